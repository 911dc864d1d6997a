import type { Account, LedgerEntry, LedgerLine, LedgerState } from './ledger.js';
import { refundOf, remainingOf } from './ledger.js';

/** Most that one penalty may demand: 10 亿元. Sums of many still are whole fen in a double. */
export const MOST_FEN = 100_000_000_000;

/** What somebody wants to put on the ledger of one penalty. Amounts in fen. */
export type LedgerCommand =
  | { type: 'impose'; payer: Account; finance: Account; amountFen: number; payees: readonly Account[] }
  | { type: 'pay'; amountFen: number; receiptNo?: string | null }
  | { type: 'pass-on' }
  | { type: 'revoke' }
  | { type: 'reclaim' }
  | { type: 'refund'; amountFen: number };

/** Codes of problems: texts in ledger.problems.ts. */
export type LedgerRefusal =
  | 'penalty-known'
  | 'penalty-unknown'
  | 'amount-not-shared-equally'
  | 'amount-too-large'
  | 'amount-not-positive'
  | 'amount-above-remaining'
  | 'amount-above-refund'
  | 'receipt-known'
  | 'penalty-paid'
  | 'penalty-unpaid'
  | 'penalty-without-payees'
  | 'penalty-passed-on'
  | 'penalty-not-passed-on'
  | 'penalty-revoked'
  | 'penalty-reclaimed'
  | 'penalty-in-force'
  | 'penalty-refunded';

export type LedgerDecision = { entry: LedgerEntry } | { refused: LedgerRefusal };

/** Pure: the entries of one penalty, folded; undefined before it was imposed. */
export function ledgerOf(entries: readonly LedgerEntry[], finance: Account): LedgerState | undefined {
  const imposed = entries.find(({ kind }) => kind === 'impose');
  const payer = imposed?.lines.find(({ amountFen }) => amountFen < 0);
  if (!imposed || !payer) return undefined;
  const of = (kind: LedgerEntry['kind']) => entries.filter((entry) => entry.kind === kind);
  const moved = (kind: LedgerEntry['kind']) =>
    of(kind)
      .flatMap(({ lines }) => lines.filter(({ account }) => account === payer.account))
      .reduce((sum, { amountFen }) => sum + Math.abs(amountFen), 0);
  return {
    payer: payer.account,
    finance,
    imposedFen: -payer.amountFen,
    payees: imposed.lines.filter(({ account }) => account !== payer.account && account !== finance),
    paidFen: moved('pay'),
    receipts: of('pay').flatMap(({ receiptNo }) => receiptNo ?? []),
    passedOn: of('pass-on').length > 0,
    revoked: of('revoke').length > 0,
    reclaimed: of('reclaim').length > 0,
    refundedFen: moved('refund'),
  };
}

/**
 * Pure: the balanced entry that follows from a command, or why it is refused. The payer owes the finance department, or (a media fine)
 * every payee its share, which the finance department collects and passes on (gap 9). Money that moved is recorded also after a
 * revocation: what was paid is refunded, what was passed on is claimed back.
 */
export function decideLedger(
  penaltyNo: string,
  state: LedgerState | undefined,
  command: LedgerCommand,
): LedgerDecision {
  if (command.type === 'impose') return state ? { refused: 'penalty-known' } : impose(penaltyNo, command);
  if (!state) return { refused: 'penalty-unknown' };
  const entry = (lines: LedgerLine[], receiptNo: string | null = null): LedgerDecision => ({
    entry: { kind: command.type, penaltyNo, lines, ...(receiptNo === null ? {} : { receiptNo }) },
  });
  switch (command.type) {
    case 'pay': {
      const refused = refusedPayment(state, command);
      return refused ? { refused } : entry(move(state.finance, state.payer, command.amountFen), command.receiptNo);
    }
    case 'pass-on':
      if (state.payees.length === 0) return { refused: 'penalty-without-payees' };
      if (remainingOf(state) > 0) return { refused: 'penalty-unpaid' };
      if (state.passedOn) return { refused: 'penalty-passed-on' };
      return entry([...negated(state.payees), { account: state.finance, amountFen: state.imposedFen }]);
    case 'revoke':
      if (state.revoked) return { refused: 'penalty-revoked' };
      return entry([{ account: state.payer, amountFen: state.imposedFen }, ...negated(creditorsOf(state))]);
    case 'reclaim':
      if (!state.revoked) return { refused: 'penalty-in-force' };
      if (!state.passedOn) return { refused: 'penalty-not-passed-on' };
      if (state.reclaimed) return { refused: 'penalty-reclaimed' };
      return entry([...state.payees, { account: state.finance, amountFen: -state.imposedFen }]);
    case 'refund': {
      const refused = refusedRefund(state, command.amountFen);
      return refused ? { refused } : entry(move(state.payer, state.finance, command.amountFen));
    }
  }
}

function refusedPayment(
  state: LedgerState,
  { amountFen, receiptNo }: { amountFen: number; receiptNo?: string | null },
): LedgerRefusal | undefined {
  if (!isAmount(amountFen)) return 'amount-not-positive';
  if (remainingOf(state) === 0) return 'penalty-paid';
  if (amountFen > remainingOf(state)) return 'amount-above-remaining';
  return receiptNo && state.receipts.includes(receiptNo) ? 'receipt-known' : undefined;
}

function refusedRefund(state: LedgerState, amountFen: number): LedgerRefusal | undefined {
  if (!state.revoked) return 'penalty-in-force';
  if (state.paidFen === 0) return 'penalty-unpaid';
  if (refundOf(state) === 0) return 'penalty-refunded';
  if (!isAmount(amountFen)) return 'amount-not-positive';
  return amountFen > refundOf(state) ? 'amount-above-refund' : undefined;
}

function impose(
  penaltyNo: string,
  { payer, finance, amountFen, payees }: Extract<LedgerCommand, { type: 'impose' }>,
): LedgerDecision {
  const others = payees.filter((account) => account !== payer);
  const share = others.length === 0 ? amountFen : amountFen / others.length;
  if (amountFen > MOST_FEN) return { refused: 'amount-too-large' };
  if (!isAmount(amountFen) || !isAmount(share)) return { refused: 'amount-not-shared-equally' };
  const creditors = others.length === 0 ? [finance] : others;
  const lines: LedgerLine[] = creditors.map((account) => ({ account, amountFen: share }));
  return { entry: { kind: 'impose', penaltyNo, lines: [{ account: payer, amountFen: -amountFen }, ...lines] } };
}

/** Whole fen above zero. */
function isAmount(fen: number): boolean {
  return Number.isSafeInteger(fen) && fen > 0;
}

/** Whom the payer was made to owe. */
function creditorsOf({ payees, finance, imposedFen }: LedgerState): LedgerLine[] {
  return payees.length > 0 ? payees : [{ account: finance, amountFen: imposedFen }];
}

/** Money goes from one hand to the other: who gives is owed more, who takes is owed less. */
function move(to: Account, from: Account, amountFen: number): LedgerLine[] {
  return [
    { account: from, amountFen },
    { account: to, amountFen: -amountFen },
  ];
}

function negated(lines: readonly LedgerLine[]): LedgerLine[] {
  return lines.map(({ account, amountFen }) => ({ account, amountFen: -amountFen }));
}
