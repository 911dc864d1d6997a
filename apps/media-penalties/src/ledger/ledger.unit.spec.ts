import fc from 'fast-check';
import { type Account, balancesOf, type LedgerEntry } from './ledger.js';
import { decideLedger, type LedgerCommand, ledgerOf } from './ledger.decider.js';

const NO = 'CF-JJ01-20260302-0001';
const finance = 'finance:JJ01' as const;
const payer = 'store:D01' as const;
const others = Array.from({ length: 11 }, (_, index): Account => `store:D${String(index + 2).padStart(2, '0')}`);

/** Puts one command after the other on the ledger of a penalty; a refusal leaves it as it is. */
function after(commands: LedgerCommand[]) {
  const entries: LedgerEntry[] = [];
  const refused: string[] = [];
  for (const command of commands) {
    const decision = decideLedger(NO, ledgerOf(entries, finance), command);
    if ('entry' in decision) entries.push(decision.entry);
    else refused.push(decision.refused);
  }
  return { entries, refused, balances: Object.fromEntries(balancesOf(entries)), state: ledgerOf(entries, finance) };
}

const fine: LedgerCommand = { type: 'impose', payer, finance, amountFen: 50_000, payees: [] };
const mediaFine: LedgerCommand = { type: 'impose', payer, finance, amountFen: 110_000, payees: others };

describe('the fine ledger', () => {
  it('R11.7 R11.1 a fine is owed to the finance department until it is paid', () => {
    expect(after([fine]).balances).toEqual({ [payer]: -50_000, [finance]: 50_000 });
    expect(after([fine, { type: 'pay', amountFen: 50_000 }]).balances).toEqual({});
  });

  it('R11.5 a media fine is owed to every other store: collected by finance, then passed on', () => {
    const imposed = after([mediaFine]);
    expect(imposed.balances).toEqual({ [payer]: -110_000, ...Object.fromEntries(others.map((id) => [id, 10_000])) });
    const paid = after([mediaFine, { type: 'pay', amountFen: 110_000 }]);
    expect(paid.balances).toEqual({ [finance]: -110_000, ...Object.fromEntries(others.map((id) => [id, 10_000])) });
    expect(after([mediaFine, { type: 'pay', amountFen: 110_000 }, { type: 'pass-on' }]).balances).toEqual({});
  });

  it('R11.7 revoked before payment nobody owes anything; after it the finance department owes what it took', () => {
    expect(after([fine, { type: 'revoke' }]).balances).toEqual({});
    expect(after([mediaFine, { type: 'revoke' }]).balances).toEqual({});
    const paid: LedgerCommand[] = [fine, { type: 'pay', amountFen: 50_000 }, { type: 'revoke' }];
    expect(after(paid).balances).toEqual({ [payer]: 50_000, [finance]: -50_000 });
    expect(after([...paid, { type: 'refund', amountFen: 50_000 }]).balances).toEqual({});
  });

  it('R11.7 a payment that arrives after the revocation is recorded, and refunded', () => {
    const late = after([fine, { type: 'revoke' }, { type: 'pay', amountFen: 50_000 }]);
    expect(late.refused).toEqual([]);
    expect(late.balances).toEqual({ [payer]: 50_000, [finance]: -50_000 });
  });

  it('R11.5 revoked after it was passed on: the payer is refunded, the other stores owe their shares back', () => {
    const { balances } = after([
      mediaFine,
      { type: 'pay', amountFen: 110_000 },
      { type: 'pass-on' },
      { type: 'revoke' },
      { type: 'refund', amountFen: 110_000 },
    ]);
    expect(balances).toEqual({ [finance]: 110_000, ...Object.fromEntries(others.map((id) => [id, -10_000])) });
  });

  it.each<[string, LedgerCommand[], string]>([
    ['part of it', [fine, { type: 'pay', amountFen: 49_999 }], 'amount-differs'],
    ['more than it', [fine, { type: 'pay', amountFen: 50_001 }], 'amount-differs'],
    ['twice', [fine, { type: 'pay', amountFen: 50_000 }, { type: 'pay', amountFen: 50_000 }], 'penalty-paid'],
    ['before it is imposed', [{ type: 'pay', amountFen: 50_000 }], 'penalty-unknown'],
    ['passing on a fine', [fine, { type: 'pay', amountFen: 50_000 }, { type: 'pass-on' }], 'penalty-without-payees'],
    ['passing on what is unpaid', [mediaFine, { type: 'pass-on' }], 'penalty-unpaid'],
    ['revoking twice', [fine, { type: 'revoke' }, { type: 'revoke' }], 'penalty-revoked'],
    ['a refund of what stands', [fine, { type: 'refund', amountFen: 50_000 }], 'penalty-in-force'],
    ['a refund of nothing', [fine, { type: 'revoke' }, { type: 'refund', amountFen: 50_000 }], 'penalty-unpaid'],
    ['imposing twice', [fine, fine], 'penalty-known'],
    ['nothing', [{ ...fine, amountFen: 0 }], 'amount-not-shared-equally'],
    ['what does not divide', [{ ...mediaFine, amountFen: 110_001 }], 'amount-not-shared-equally'],
  ])('R11.7 paying or booking %s is refused', (_, commands, code) => {
    expect(after(commands).refused).toEqual([code]);
  });

  it('R11.7 whatever is tried in whatever order: every entry sums to zero, so do all accounts, each kind stands once', () => {
    const amount = fc.constantFrom(50_000, 110_000, 1, 0);
    const command = fc.oneof(
      fc.record({
        type: fc.constant('impose' as const),
        payer: fc.constantFrom<Account>(payer, 'person:gu01'),
        finance: fc.constant(finance),
        amountFen: fc.integer({ min: -5, max: 1_000_000 }),
        payees: fc.subarray([payer, ...others]),
      }),
      fc.record({ type: fc.constant('pay' as const), amountFen: amount }),
      fc.record({ type: fc.constant('refund' as const), amountFen: amount }),
      fc.constantFrom<LedgerCommand>({ type: 'pass-on' }, { type: 'revoke' }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), fc.constantFrom(fine, mediaFine), (commands, first) => {
        const due = first.type === 'impose' ? first.amountFen : 0;
        const paidWhole = commands.map((one) =>
          'amountFen' in one && one.type !== 'impose' ? { ...one, amountFen: due } : one,
        );
        for (const tried of [commands, [first, ...commands], [first, ...paidWhole]]) {
          const { entries, balances, state } = after(tried);
          for (const { lines } of entries) expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
          expect(Object.values(balances).reduce((sum, one) => sum + one, 0)).toBe(0);
          expect(new Set(entries.map(({ kind }) => kind)).size).toBe(entries.length);
          if (state) expect(state.refundedFen).toBeLessThanOrEqual(state.paidFen);
          if (state?.passedOn) expect(state.paidFen).toBe(state.imposedFen);
        }
      }),
      { numRuns: 300 },
    );
  });
});
