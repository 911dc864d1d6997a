import type { Account } from '../ledger/ledger.js';
import type { Penalty } from './penalty.entity.js';

const REFUND = ':refund';

/** What the refund of a penalty goes by: it may run beside the collection. */
export function refundNoOf(penaltyNo: string): string {
  return `${penaltyNo}${REFUND}`;
}

/** The penalty that a collection or a refund is about. */
export function penaltyNoOf(subjectNo: string): string {
  return subjectNo.endsWith(REFUND) ? subjectNo.slice(0, -REFUND.length) : subjectNo;
}

const PENALTY_SOURCE = 'penalty:';

/** Source of the demands for what was passed on of a penalty that was revoked. */
export function claimSourceOf(penaltyNo: string): string {
  return `${PENALTY_SOURCE}${penaltyNo}`;
}

/** The revoked penalty whose share a demand claims back; undefined of a penalty proper. */
export function claimedPenaltyOf({ kind, source }: Pick<Penalty, 'kind' | 'source'>): string | undefined {
  return kind === 'share-return' ? source.slice(PENALTY_SOURCE.length) : undefined;
}

export function accountOf({ payerType, payerId }: Pick<Penalty, 'payerType' | 'payerId'>): Account {
  return payerType === 'store' ? `store:${payerId}` : `person:${payerId}`;
}

/** Stores that a media fine is passed on to. */
export function payeesOf({ parties, storeId }: Pick<Penalty, 'parties' | 'storeId'>): string[] {
  return parties.filter((id) => id !== storeId);
}

/** What every event of a penalty says. */
export function toldOf(penalty: Penalty) {
  const { penaltyNo, storeId, payerType, payerId, amountFen, kind, ruleId } = penalty;
  return { penaltyNo, storeId, payerType, payer: payerId, amountFen, kind, ruleId };
}
