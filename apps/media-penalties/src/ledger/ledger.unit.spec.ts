import { type Account, balancesOf, type LedgerEntry } from './ledger.js';
import { decideLedger, type LedgerCommand, ledgerOf, MOST_FEN } from './ledger.decider.js';

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

const pay = (amountFen: number, receiptNo?: string): LedgerCommand => ({
  type: 'pay',
  amountFen,
  ...(receiptNo ? { receiptNo } : {}),
});
const refund = (amountFen: number): LedgerCommand => ({ type: 'refund', amountFen });
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

  it('R11.7 paid in parts: what is left is owed, each receipt stands once', () => {
    const parts = [fine, pay(20_000, 'SJ-1'), pay(29_999, 'SJ-2')];
    expect(after(parts).balances).toEqual({ [payer]: -1, [finance]: 1 });
    expect(after([...parts, pay(1, 'SJ-2')]).refused).toEqual(['receipt-known']);
    expect(after([...parts, pay(2, 'SJ-3')]).refused).toEqual(['amount-above-remaining']);
    expect(after([...parts, pay(1, 'SJ-3')]).balances).toEqual({});
    expect(after([...parts, pay(1, 'SJ-3'), pay(1, 'SJ-4')]).refused).toEqual(['penalty-paid']);
  });

  it('R11.7 revoked with a part paid: exactly that part goes back; a part that comes in later goes back too', () => {
    const revoked = [fine, pay(20_000), { type: 'revoke' as const }];
    expect(after(revoked).balances).toEqual({ [payer]: 20_000, [finance]: -20_000 });
    expect(after([...revoked, refund(20_001)]).refused).toEqual(['amount-above-refund']);
    expect(after([...revoked, refund(20_000)]).balances).toEqual({});
    const later = [...revoked, refund(20_000), pay(30_000)];
    expect(after(later).balances).toEqual({ [payer]: 30_000, [finance]: -30_000 });
    expect(after([...later, refund(30_000)]).balances).toEqual({});
    expect(after([...later, refund(30_000), refund(1)]).refused).toEqual(['penalty-refunded']);
  });

  it('R11.5 revoked after it was passed on: the debt of the stores becomes a demand each, the fine itself is even', () => {
    const passedOn = [mediaFine, pay(110_000), { type: 'pass-on' as const }];
    const owing = { [finance]: 110_000, ...Object.fromEntries(others.map((id) => [id, -10_000])) };
    const revoked = [...passedOn, { type: 'revoke' as const }, refund(110_000)];
    expect(after(revoked).balances).toEqual(owing);
    expect(after([...revoked, { type: 'reclaim' }]).balances).toEqual({});
    expect(after([...revoked, { type: 'reclaim' }, { type: 'reclaim' }]).refused).toEqual(['penalty-reclaimed']);
    // The word of the revocation may be faster than that of the passing on: the money is out all the same.
    const late = [mediaFine, pay(110_000), { type: 'revoke' as const }, { type: 'pass-on' as const }];
    expect(after([...late, refund(110_000)]).balances).toEqual(owing);
  });

  it.each<[string, LedgerCommand[], string]>([
    ['more than it', [fine, pay(50_001)], 'amount-above-remaining'],
    ['nothing', [fine, pay(0)], 'amount-not-positive'],
    ['less than nothing', [fine, pay(-1)], 'amount-not-positive'],
    ['part of a fen', [fine, pay(0.5)], 'amount-not-positive'],
    ['no number', [fine, pay(Number.NaN)], 'amount-not-positive'],
    ['more than can be counted', [fine, pay(2 ** 53)], 'amount-not-positive'],
    ['1e9 yuan of 500', [fine, pay(100_000_000_000)], 'amount-above-remaining'],
    ['twice', [fine, pay(50_000), pay(50_000)], 'penalty-paid'],
    ['before it is imposed', [pay(50_000)], 'penalty-unknown'],
    ['passing on a fine', [fine, pay(50_000), { type: 'pass-on' }], 'penalty-without-payees'],
    ['passing on what is unpaid', [mediaFine, { type: 'pass-on' }], 'penalty-unpaid'],
    ['passing on what is paid in part', [mediaFine, pay(109_999), { type: 'pass-on' }], 'penalty-unpaid'],
    ['revoking twice', [fine, { type: 'revoke' }, { type: 'revoke' }], 'penalty-revoked'],
    ['claiming back what stands', [mediaFine, { type: 'reclaim' }], 'penalty-in-force'],
    [
      'claiming back what was not passed on',
      [mediaFine, { type: 'revoke' }, { type: 'reclaim' }],
      'penalty-not-passed-on',
    ],
    ['refunding what stands', [fine, pay(50_000), refund(50_000)], 'penalty-in-force'],
    ['refunding what nobody paid', [fine, { type: 'revoke' }, refund(50_000)], 'penalty-unpaid'],
    ['refunding nothing', [fine, pay(1), { type: 'revoke' }, refund(0)], 'amount-not-positive'],
    ['a fine of nothing', [{ ...fine, amountFen: 0 }], 'amount-not-shared-equally'],
    ['a fine of less than nothing', [{ ...fine, amountFen: -50_000 }], 'amount-not-shared-equally'],
    ['a fine of a part of a fen', [{ ...fine, amountFen: 50_000.5 }], 'amount-not-shared-equally'],
    ['a fine above 1e9 yuan', [{ ...fine, amountFen: MOST_FEN + 1 }], 'amount-too-large'],
    ['a fine without end', [{ ...fine, amountFen: Infinity }], 'amount-too-large'],
    ['what does not divide', [{ ...mediaFine, amountFen: 110_001 }], 'amount-not-shared-equally'],
  ])('R11.7 paying or booking %s is refused', (_, commands, code) => {
    expect(after(commands).refused).toEqual([code]);
  });

  it('R11.7 a fine of 1e9 yuan is the most, and adds up', () => {
    const most: LedgerCommand[] = [{ ...fine, amountFen: MOST_FEN }, pay(MOST_FEN - 1)];
    expect(after(most)).toMatchObject({ refused: [], balances: { [payer]: -1, [finance]: 1 } });
  });
});
