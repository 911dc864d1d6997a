import fc from 'fast-check';
import { type Account, balancesOf, type LedgerEntry, refundOf, remainingOf } from './ledger.js';
import { decideLedger, type LedgerCommand, ledgerOf } from './ledger.decider.js';

const finance = 'finance:JJ01' as const;
const payer = 'store:D01' as const;
const SHARE = 10_000;
const FINE = 'CF-fine';

/** What is tried: on the fine, or on the demand to one of its payees. Amounts are taken from what is due, whole or in part. */
type Step =
  | { of: 'fine' | number; do: 'pay' | 'overpay'; part: number; receiptNo: string }
  | { of: 'fine'; do: 'pass-on' | 'revoke' | 'refund' };

/** The ledger of a media fine and its demands, as the service puts entries on it; cash counted beside it. */
class Books {
  readonly entries: LedgerEntry[] = [];
  /** Cash that left an account's hands, less what came into them. */
  readonly cash = new Map<Account, number>();
  readonly refused: string[] = [];

  constructor(private readonly payees: readonly Account[]) {
    this.put(FINE, { type: 'impose', payer, finance, amountFen: SHARE * payees.length, payees });
  }

  of(no: string) {
    return this.entries.filter(({ penaltyNo }) => penaltyNo === no);
  }

  state(no: string) {
    return ledgerOf(this.of(no), finance);
  }

  try(step: Step): void {
    const no = step.of === 'fine' ? FINE : `CF-claim-${step.of % this.payees.length}`;
    const state = this.state(no);
    if (!state) return;
    if (step.do === 'pay' || step.do === 'overpay') {
      const due = remainingOf(state);
      const amountFen = step.do === 'overpay' ? due + 1 : Math.ceil((due * step.part) / 4);
      if (this.put(no, { type: 'pay', amountFen, receiptNo: step.receiptNo }))
        this.move(state.payer, finance, amountFen);
      return;
    }
    const refund = refundOf(state);
    const command: LedgerCommand = step.do === 'refund' ? { type: 'refund', amountFen: refund } : { type: step.do };
    if (!this.put(no, command)) return;
    if (step.do === 'refund') this.move(finance, payer, refund);
    if (step.do === 'pass-on') for (const payee of this.payees) this.move(finance, payee, SHARE);
    this.reclaim();
  }

  /** As `ShareClaims`: once it is revoked and passed on, in whatever order. */
  private reclaim(): void {
    const state = this.state(FINE);
    if (!state?.revoked || !state.passedOn || state.reclaimed) return;
    this.put(FINE, { type: 'reclaim' });
    this.payees.forEach((payee, place) =>
      this.put(`CF-claim-${place}`, { type: 'impose', payer: payee, finance, amountFen: SHARE, payees: [] }),
    );
  }

  private put(no: string, command: LedgerCommand): boolean {
    const decision = decideLedger(no, this.state(no), command);
    if ('entry' in decision) this.entries.push(decision.entry);
    else this.refused.push(decision.refused);
    return 'entry' in decision;
  }

  private move(from: Account, to: Account, amountFen: number): void {
    this.cash.set(from, (this.cash.get(from) ?? 0) + amountFen);
    this.cash.set(to, (this.cash.get(to) ?? 0) - amountFen);
  }
}

const receipt = fc.constantFrom('SJ-1', 'SJ-2', 'SJ-3', 'SJ-4');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    of: fc.oneof(fc.constant('fine' as const), fc.nat(10)),
    do: fc.constantFrom('pay' as const, 'pay' as const, 'overpay' as const),
    part: fc.integer({ min: 0, max: 4 }),
    receiptNo: receipt,
  }),
  fc.record({
    of: fc.constant('fine' as const),
    do: fc.constantFrom('pass-on' as const, 'revoke' as const, 'refund' as const),
  }),
);
const payees = fc
  .integer({ min: 1, max: 11 })
  .map((n) => Array.from({ length: n }, (_, at): Account => `store:P${at}`));

describe('the ledger of a media fine and the demands that follow from its revocation', () => {
  it('R11.5 R11.6 R11.7 whatever is paid, passed on, revoked and collected in whatever order: books and cash agree, all sums to zero', () => {
    let reclaimed = 0;
    fc.assert(
      fc.property(payees, fc.array(step, { maxLength: 25 }), (stores, steps) => {
        const books = new Books(stores);
        for (const one of steps) books.try(one);
        for (const { lines } of books.entries) expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
        const balances = balancesOf(books.entries);
        expect([...balances.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
        const state = books.state(FINE);
        if (!state) throw new Error('not imposed');
        // What an account is owed is what it gave more than it got, and what the fine, as long as it stands, gives or takes.
        const stands = state.revoked ? 0 : SHARE;
        const balance = (account: Account) => balances.get(account) ?? 0;
        const cash = (account: Account) => books.cash.get(account) ?? 0;
        expect(balance(payer)).toBe(cash(payer) - stands * stores.length);
        for (const store of stores) expect(balance(store)).toBe(cash(store) + stands);
        expect(balance(finance)).toBe(cash(finance));
        // Nothing is paid twice: no account ever gave more than it had to, no receipt stands twice on one demand.
        for (const no of new Set(books.entries.map(({ penaltyNo }) => penaltyNo))) {
          const one = books.state(no);
          expect(one?.paidFen).toBeLessThanOrEqual(one?.imposedFen ?? 0);
          expect(one?.refundedFen).toBeLessThanOrEqual(one?.paidFen ?? 0);
          expect(new Set(one?.receipts).size).toBe(one?.receipts.length);
        }
        if (state.reclaimed) reclaimed += 1;
      }),
      { numRuns: 500 },
    );
    expect(reclaimed).toBeGreaterThan(5);
  });

  it('R11.5 R11.7 collected to the end after a revocation: nobody owes anybody anything', () => {
    fc.assert(
      fc.property(payees, fc.array(step, { maxLength: 15 }), (stores, steps) => {
        const books = new Books(stores);
        for (const one of [...steps, ...whole('fine', 'W-1'), { of: 'fine', do: 'pass-on' } as const]) books.try(one);
        for (const one of ['revoke', 'refund'] as const) books.try({ of: 'fine', do: one });
        stores.forEach((_, place) => whole(place, 'W-2').forEach((one) => books.try(one)));
        expect(Object.fromEntries(balancesOf(books.entries))).toEqual({});
        expect([...books.cash.values()].filter((amount) => amount !== 0)).toEqual([]);
      }),
    );
  });
});

function whole(of: 'fine' | number, receiptNo: string): Step[] {
  return [{ of, do: 'pay', part: 4, receiptNo }];
}
