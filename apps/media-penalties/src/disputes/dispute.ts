import { DISPUTE_SIDES } from '@huiying/contracts';
import type { Dispute } from './dispute.entity.js';

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
