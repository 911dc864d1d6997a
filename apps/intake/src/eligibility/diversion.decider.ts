import type { Admission, DivertTarget } from '@huiying/contracts';
import type { DiversionReason } from '../notices/diversion-words.js';

/** Where a case that is not accepted goes, in the codes that everybody may read. */
export interface Diversion {
  reason: DiversionReason;
  /** Target as events and pages show it; null: nowhere. */
  shown:
    | 'inquiry-handling'
    | 'inter-store-dispute'
    | 'delivery-defect'
    | 'measure-follow-up'
    | 'other-centre'
    | 'other-procedure'
    | null;
  /** A measure that somebody has to carry out without a handling; its follow-up starts with it (R13.3). */
  measure: 'repair-service' | 'other' | null;
  /** What intake begins itself; null where the target's own service does, under its own number (case.diverted). */
  starts: 'employee-report' | 'supervision' | 'inquiry-handling' | null;
}

const NOWHERE = { shown: null, measure: null, starts: null } as const;

/** Processes.md §3.2 divert-case, by what decision `eligibility` said. Pure. */
export function divert(admission: Admission, target: DivertTarget | null): Diversion {
  switch (admission) {
    case 'record':
      return { ...NOWHERE, reason: 'suggestion' };
    case 'redirect':
      return { ...NOWHERE, reason: 'group-scope', shown: 'other-centre' };
    case 'refuse':
      return { ...NOWHERE, reason: 'outside-scope' };
    case 'abandoned':
    case 'supplement':
      return { ...NOWHERE, reason: 'supplement-overdue' };
    case 'pass':
      return { ...NOWHERE, reason: 'invalid', shown: 'measure-follow-up', measure: 'other' };
    case 'divert':
    case 'accept':
      return byTarget(target);
  }
}

function byTarget(target: DivertTarget | null): Diversion {
  switch (target) {
    case 'employee-report':
    case null:
      // Also where no target is named: content and kind leave the case.
      return { ...NOWHERE, reason: 'other-procedure', shown: 'other-procedure', starts: 'employee-report' };
    case 'supervision':
      return { ...NOWHERE, reason: 'other-procedure', shown: 'other-procedure', starts: 'supervision' };
    case 'inquiry-handling':
      return { ...NOWHERE, reason: 'inquiry', shown: target, starts: target };
    case 'inter-store-dispute':
      return { ...NOWHERE, reason: 'inter-store', shown: target };
    case 'delivery-defect':
      return { ...NOWHERE, reason: 'delivery-defect', shown: target };
    case 'measure-follow-up':
      return { ...NOWHERE, reason: 'repair-request', shown: target, measure: 'repair-service' };
  }
}

/** Danger to persons does not wait for a complaint to be accepted (R08.7): a delivery defect, a case of the group. */
export const startsEmergency = ({ shown }: Diversion, danger: boolean | null): boolean =>
  danger === true && (shown === 'delivery-defect' || shown === 'other-centre');
