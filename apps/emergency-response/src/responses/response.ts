import type { EmergencyCause, EmergencyResult } from '@huiying/contracts';

/** One response of a case; `n` counts those of the case, `round` how often its six measures were opened. */
export interface Response {
  caseNo: string;
  n: number;
  orgId: string;
  orgType: string;
  /** Of the project, as the register had it on the day of the start (R08.1); null: the case names no project. */
  projectType: string | null;
  because: EmergencyCause;
  reason: EmergencyReason;
  startedAt: Date;
  round: number;
  closedAt: Date | null;
  result: EmergencyResult | null;
  revise: boolean | null;
}

/** Which risk started it, as an event may say it. */
export type EmergencyReason =
  'danger-to-persons' | 'disturbs-operation' | 'harms-standing' | 'risk-not-excluded' | 'by-hand';

interface Risks {
  dangerToPersons?: boolean | null | undefined;
  disturbsOperation?: boolean | null | undefined;
  harmsStanding?: boolean | null | undefined;
}

/** The rows of decision `emergency-activation`, in its order (R08.5, R08.7). */
export function reasonOf(because: EmergencyCause, risks: Risks): EmergencyReason {
  if (because === 'by-hand') return 'by-hand';
  if (because === 'danger' || risks.dangerToPersons === true) return 'danger-to-persons';
  if (risks.disturbsOperation === true) return 'disturbs-operation';
  if (risks.harmsStanding === true) return 'harms-standing';
  return 'risk-not-excluded';
}
