import type { Account, LedgerEntry, LedgerLine, LedgerState } from './ledger.js';

/** What somebody wants to put on the ledger of one penalty. Amounts in fen. */
export type LedgerCommand =
  | { type: 'impose'; payer: Account; finance: Account; amountFen: number; payees: readonly Account[] }
  | { type: 'pay'; amountFen: number }
  | { type: 'pass-on' }
  | { type: 'revoke' }
  | { type: 'refund'; amountFen: number };

/** Codes of problems: texts in ledger.problems.ts. */
export type LedgerRefusal =
  | 'penalty-known'
  | 'penalty-unknown'
  | 'amount-not-shared-equally'
  | 'amount-differs'
  | 'penalty-paid'
  | 'penalty-unpaid'
  | 'penalty-without-payees'
  | 'penalty-passed-on'
  | 'penalty-revoked'
  | 'penalty-in-force'
  | 'penalty-refunded';

export type LedgerDecision = { entry: LedgerEntry } | { refused: LedgerRefusal };

/** Pure: the entries of one penalty, folded; undefined before it was imposed. */
export function ledgerOf(entries: readonly LedgerEntry[], finance: Account): LedgerState | undefined {
  const imposed = entries.find(({ kind }) => kind === 'impose');
  const payer = imposed?.lines.find(({ amountFen }) => amountFen < 0);
  if (!imposed || !payer) return undefined;
  const of = (kind: LedgerEntry['kind']) => entries.find((entry) => entry.kind === kind);
  const moved = (kind: LedgerEntry['kind']) =>
    Math.abs(of(kind)?.lines.find(({ account }) => account === payer.account)?.amountFen ?? 0);
  return {
    payer: payer.account,
    finance,
    imposedFen: -payer.amountFen,
    payees: imposed.lines.filter(({ account }) => account !== payer.account && account !== finance),
    paidFen: moved('pay'),
    passedOn: of('pass-on') !== undefined,
    revoked: of('revoke') !== undefined,
    refundedFen: moved('refund'),
  };
}

/**
 * Pure: the balanced entry that follows from a command, or why it is refused. The payer owes the finance department, or (a media fine)
 * every payee its share, which the finance department collects and passes on (gap 9).
 */
export function decideLedger(
  penaltyNo: string,
  state: LedgerState | undefined,
  command: LedgerCommand,
): LedgerDecision {
  if (command.type === 'impose') return state ? { refused: 'penalty-known' } : impose(penaltyNo, command);
  if (!state) return { refused: 'penalty-unknown' };
  const entry = (lines: LedgerLine[]): LedgerDecision => ({ entry: { kind: command.type, penaltyNo, lines } });
  switch (command.type) {
    case 'pay':
      // Money that came in is recorded also after a revocation: it then is refunded.
      if (state.paidFen > 0) return { refused: 'penalty-paid' };
      if (command.amountFen !== state.imposedFen) return { refused: 'amount-differs' };
      return entry(move(state.finance, state.payer, state.imposedFen));
    case 'pass-on':
      if (state.payees.length === 0) return { refused: 'penalty-without-payees' };
      if (state.revoked) return { refused: 'penalty-revoked' };
      if (state.paidFen === 0) return { refused: 'penalty-unpaid' };
      if (state.passedOn) return { refused: 'penalty-passed-on' };
      return entry([...negated(state.payees), { account: state.finance, amountFen: state.imposedFen }]);
    case 'revoke':
      if (state.revoked) return { refused: 'penalty-revoked' };
      return entry([{ account: state.payer, amountFen: state.imposedFen }, ...negated(creditorsOf(state))]);
    case 'refund':
      if (!state.revoked) return { refused: 'penalty-in-force' };
      if (state.paidFen === 0) return { refused: 'penalty-unpaid' };
      if (state.refundedFen > 0) return { refused: 'penalty-refunded' };
      if (command.amountFen !== state.paidFen) return { refused: 'amount-differs' };
      return entry(move(state.payer, state.finance, state.paidFen));
  }
}

function impose(
  penaltyNo: string,
  { payer, finance, amountFen, payees }: Extract<LedgerCommand, { type: 'impose' }>,
): LedgerDecision {
  const others = payees.filter((account) => account !== payer);
  const share = others.length === 0 ? amountFen : amountFen / others.length;
  if (amountFen <= 0 || !Number.isInteger(amountFen) || !Number.isInteger(share)) {
    return { refused: 'amount-not-shared-equally' };
  }
  const creditors = others.length === 0 ? [finance] : others;
  const lines: LedgerLine[] = creditors.map((account) => ({ account, amountFen: share }));
  return { entry: { kind: 'impose', penaltyNo, lines: [{ account: payer, amountFen: -amountFen }, ...lines] } };
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
