import type { Misconduct, RespondentType, SupervisionOrigin } from '@huiying/contracts';

/** A file of the supervision office. Sealed: nothing of it stands on the linked case (access.md §3). */
export interface Supervision {
  supervisionNo: string;
  /** Subject of the process: the number, of an audit the key of its schedule. */
  subjectNo: string;
  orgId: string;
  origin: SupervisionOrigin;
  /** Case, missed limit or schedule that led to it: one file for each. */
  originNo: string;
  /** The linked case; null: none. */
  caseNo: string | null;
  /** The limit whose delay was unjustified. */
  limitId: string | null;
  takenUp: boolean | null;
  misconduct: Misconduct | null;
  respondentType: RespondentType | null;
  respondentGroup: string | null;
  storeId: string | null;
  personId: string | null;
  found: boolean | null;
  violationCode: string | null;
  systemic: boolean | null;
}

const AUDIT = 'supervision-audit:';

/** Unit of an audit's schedule key, `supervision-audit:<unitId>:<period>`. */
export function auditedUnit(subjectNo: string): string | undefined {
  return subjectNo.startsWith(AUDIT) ? subjectNo.slice(AUDIT.length).split(':')[0] : undefined;
}

/** Is it the subject of a supervision file and not a case? */
export function isSupervision(subjectNo: string): boolean {
  return subjectNo.startsWith('DB-') || subjectNo.startsWith(AUDIT);
}
