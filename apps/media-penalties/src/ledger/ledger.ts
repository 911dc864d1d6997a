import type { LedgerEntryKind } from '@huiying/contracts';

/** Whose account: a store (unit id), a person, or the finance department of an organisation. */
export type Account = `store:${string}` | `person:${string}` | `finance:${string}`;

/** One side of an entry. Above zero: the holder is owed this much more; below: owes this much more. Fen. */
export interface LedgerLine {
  account: Account;
  amountFen: number;
}

/** A transaction about one penalty. Its lines sum to zero; it is never changed or deleted. */
export interface LedgerEntry {
  kind: LedgerEntryKind;
  penaltyNo: string;
  lines: LedgerLine[];
  /** Number of the receipt of a payment. */
  receiptNo?: string | null;
}

/** What the entries of one penalty say together. Amounts in fen. */
export interface LedgerState {
  payer: Account;
  imposedFen: number;
  /** Where there are payees: the finance department that collects for them. */
  finance: Account;
  /** Stores that the payer owes instead of the finance department (R11.5, R11.6). */
  payees: LedgerLine[];
  /** All payments together. */
  paidFen: number;
  /** Receipts that stand on it. */
  receipts: string[];
  passedOn: boolean;
  revoked: boolean;
  /** Shares of a revoked penalty that had been passed on are claimed back, each as a demand of its own. */
  reclaimed: boolean;
  refundedFen: number;
}

/** What is still to be paid of what was imposed; a payment that was under way when it was revoked still fits in. */
export function remainingOf({ imposedFen, paidFen }: LedgerState): number {
  return imposedFen - paidFen;
}

/** What the payer gets back of a revoked penalty. */
export function refundOf({ revoked, paidFen, refundedFen }: LedgerState): number {
  return revoked ? paidFen - refundedFen : 0;
}

/** Amounts of each account, without those at zero. */
export function balancesOf(entries: readonly LedgerEntry[]): Map<Account, number> {
  const sums = new Map<Account, number>();
  for (const { account, amountFen } of entries.flatMap(({ lines }) => lines)) {
    sums.set(account, (sums.get(account) ?? 0) + amountFen);
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0));
}
