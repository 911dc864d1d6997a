import type { StoreRespondent } from '@huiying/contracts';

/** What the region says of a complaint about a store (R11.1–R11.3). */
export interface FaultAnswers {
  respondentType: StoreRespondent;
  storeFault: boolean;
  consultantFault: boolean;
}

/** Pure: a complaint is malicious when neither store nor consultant was at fault in the business (R11.3). */
export function isMalicious({ storeFault, consultantFault }: Pick<FaultAnswers, 'storeFault' | 'consultantFault'>) {
  return !storeFault && !consultantFault;
}

/** Pure: whether the consultant must be named: they pay, or were at fault. */
export function needsConsultant({ respondentType, consultantFault }: FaultAnswers): boolean {
  return respondentType === 'consultant' || consultantFault;
}
