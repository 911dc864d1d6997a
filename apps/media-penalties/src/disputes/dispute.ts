import { DISPUTE_SIDES, type DisputeRuling, type DisputeState } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';

/** A dispute between two stores of a brokerage (R11.12). A store is null while nobody knows which. */
export interface Dispute {
  disputeNo: string;
  /** The complaint that it came from. */
  caseNo: string | null;
  /** The company. */
  orgId: string;
  /** Region that handles it: that of the complaining store, else of the known one, else of the office that finds out. */
  regionId: string | null;
  complainingStoreId: string | null;
  respondentStoreId: string | null;
  /** The stores that are known. */
  parties: string[];
  descriptionEnc: string | null;
  state: DisputeState;
  openedBy: string;
  openedAt: Date;
  /** Last day for what is due now. */
  dueOn: Day | null;
  servedOn: Day | null;
  receivedOn: Day | null;
  ruledBy: DisputeRuling | null;
  poorlyHandledBy: string[] | null;
  endedAt: Date | null;
}

export function descriptionPlace(disputeNo: string) {
  return { subject: disputeNo, table: 'dispute', id: disputeNo, column: 'description_enc' };
}

/** Pure: the stores that are known, the complaining one first. */
export function partiesOf(complainingStoreId: string | null, respondentStoreId: string | null): string[] {
  return [complainingStoreId, respondentStoreId].filter((id): id is string => id !== null);
}

/** What every event of a dispute says; both stores are known from the end of the first task on. */
export function toldOf({ disputeNo, complainingStoreId, respondentStoreId }: Dispute) {
  return {
    disputeNo,
    complainingStoreId: complainingStoreId ?? disputeNo,
    respondentStoreId: respondentStoreId ?? disputeNo,
  };
}

/** Pure: which stores the sides that a ruling names are (R11.8). */
export function storesOf(sides: readonly string[], dispute: Dispute): string[] {
  const store = { complaining: dispute.complainingStoreId, respondent: dispute.respondentStoreId };
  return DISPUTE_SIDES.flatMap((side) => (sides.includes(side) && store[side] ? [store[side]] : []));
}
