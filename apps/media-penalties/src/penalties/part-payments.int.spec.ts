import type {
  AccountStatement,
  ImposedPenalty,
  LedgerBalances,
  PenaltyView,
  RevocationResult,
} from '@huiying/contracts';
import { MediaPenalties, STORES } from '../testing/media-penalties-harness.js';
import { ChasePaymentWorker } from './chase-payment.worker.js';
import { ImposePenaltiesWorker } from './impose-penalties.worker.js';
import { IssueNoticeWorker } from './issue-notice.worker.js';
import { RecordPaymentWorker } from './record-payment.worker.js';
import { SettlePenaltyWorker } from './settle-penalty.worker.js';

const CONFIRM = 'penalty-collection--confirm-payment';
const PASS_ON = 'penalty-collection--pass-on';
const REFUND = 'penalty-collection--refund';
const REGION = 'penalty-collection--collect-by-region';
const [D01 = '', D02 = '', D03 = '', ...REST] = STORES;
const TODAY = '2026-03-02';
const FINE: ImposedPenalty = { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1' };
const MEDIA: ImposedPenalty = { payer: 'store', amountYuan: 1100, kind: 'fine', ruleId: 'R11.5' };

describe('payments in part, and what a revocation takes back', () => {
  let stores: MediaPenalties;
  let made = 0;

  beforeAll(async () => {
    stores = await MediaPenalties.open();
  });
  beforeEach(() => stores.clock.set('2026-03-02T10:00:00+08:00'));
  afterAll(() => stores.stop());

  async function notified(penalty: ImposedPenalty, payees: string[] = []): Promise<string> {
    const source = `exposure:BG-${++made}`;
    const input = { caseNo: null, source, storeId: D01, penalties: [penalty], payees };
    const output = await stores.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', input);
    const [penaltyNo = ''] = (output as { penaltyNos: string[] }).penaltyNos;
    return notice(penaltyNo);
  }
  async function notice(penaltyNo: string): Promise<string> {
    stores.subjectNo = penaltyNo;
    await stores.job(IssueNoticeWorker, 'media-penalties.issue-notice', { storeId: D01 });
    return penaltyNo;
  }
  const mediaFine = () => notified(MEDIA, [D02, D03, ...REST]);
  const payment = (amountFen: number, receiptNo = `SJ-${++made}`, paidOn = TODAY) => ({ paidOn, amountFen, receiptNo });
  const pay = (amountFen: number, subjectNo = stores.subjectNo) =>
    stores.complete(CONFIRM, payment(amountFen), { actorId: 'cai', subjectNo, caseNo: null });
  const record = (outcomeId: string, subjectNo = stores.subjectNo) =>
    stores.job(RecordPaymentWorker, 'media-penalties.record-payment', { outcomeId, subjectNo, storeId: D01 });
  const settle = (outcomeId: string) =>
    stores.job(SettlePenaltyWorker, 'media-penalties.settle-penalty', { outcomeId, storeId: D01 });
  const read = async (penaltyNo: string, login = 'qu') =>
    (await stores.as<PenaltyView>(login, 'GET', `/api/penalties/${penaltyNo}`)).body;
  const revoke = async (penaltyNo: string) =>
    (
      await stores.as<RevocationResult>('zhang', 'POST', `/api/penalties/${penaltyNo}/revocation`, {
        ...{ because: 'review', reason: '复查改变原决定' },
      })
    ).body;
  const startsOf = async (name: string, key: string) =>
    (await stores.messages(name)).filter((message) => message.key === key);
  const sumsOf = async () => {
    const sums = await stores.query<{ account: string; fen: number }>(
      `SELECT account, sum(amount_fen)::float8 AS fen FROM ledger_line GROUP BY account`,
    );
    return new Map(sums.map(({ account, fen }) => [account, fen]));
  };
  /** How the balances changed while something was done. */
  async function changes(work: () => Promise<unknown>): Promise<(account: string) => number> {
    const before = await sumsOf();
    await work();
    const after = await sumsOf();
    expect([...after.values()].reduce((sum, fen) => sum + fen, 0)).toBe(0);
    return (account) => (after.get(account) ?? 0) - (before.get(account) ?? 0);
  }

  it('R11.7 paid in parts: date, receipt and what is left stand on the page and open the next form; paid in full it is settled', async () => {
    const penaltyNo = await notified(FINE);
    expect(await record(await pay(20_000))).toEqual({ paidInFull: false });
    expect(await read(penaltyNo)).toMatchObject({
      ...{ state: 'notified', paidOn: null, amountFen: 50_000, paidFen: 20_000, remainingFen: 30_000 },
    });
    const opened = await stores.start(CONFIRM, { actorId: 'cai' });
    expect(opened).toMatchObject({ amountFen: 30_000 });
    expect(opened['payments']).toMatch(/^2026-03-02 缴 ¥200\.00，凭证号 SJ-\d+\n已缴：¥200\.00\n未缴余额：¥300\.00$/);
    const last = await pay(30_000);
    expect(await record(last)).toEqual({ paidInFull: true });
    await settle(last);
    expect(await read(penaltyNo)).toMatchObject({ state: 'settled', paidOn: TODAY, remainingFen: 0 });
    const payments = (await read(penaltyNo)).ledger.filter(({ kind }) => kind === 'pay');
    expect(payments.map(({ on, receiptNo }) => [on, typeof receiptNo])).toEqual([
      [TODAY, 'string'],
      [TODAY, 'string'],
    ]);
    expect(await stores.events('penalty.paid')).toHaveLength(1);
  });

  it('R11.7 the same receipt twice, or more than what is left, is refused with the reason', async () => {
    await notified(FINE);
    await record(await stores.complete(CONFIRM, payment(100, 'SJ-same'), { actorId: 'cai' }));
    expect(await stores.refused(CONFIRM, payment(100, ' SJ-same '), { actorId: 'cai' })).toEqual([
      'receiptNo receipt-known',
    ]);
    expect(await stores.refused(CONFIRM, payment(49_901), { actorId: 'cai' })).toEqual([
      'amountFen amount-above-remaining',
    ]);
    expect(await stores.refused(CONFIRM, payment(49_900), { actorId: 'cai' })).toEqual([]);
  });

  it('R11.7 a small part buys no time: the limit runs on, the rest is chased, and what is left is what the region sees', async () => {
    const penaltyNo = await notified(FINE);
    await record(await pay(100));
    expect(await stores.events('penalty.paid')).toEqual([]);
    stores.clock.set('2026-03-05T00:00:00+08:00');
    const chase = () => stores.job(ChasePaymentWorker, 'media-penalties.chase-payment', { storeId: D01 });
    expect(await chase()).toMatchObject({ chases: 1 });
    // The same end of the limit told twice chases once.
    expect(await chase()).toMatchObject({ chases: 0 });
    await record(await pay(100));
    expect(await read(penaltyNo)).toMatchObject({
      state: 'overdue',
      chases: 1,
      payBy: '2026-03-07',
      remainingFen: 49_800,
    });
    stores.clock.set('2026-03-08T00:00:00+08:00');
    expect(await chase()).toMatchObject({ chases: 2 });
    const region = await stores.start(REGION, { actorId: 'zhang' });
    expect(region['payments']).toContain('未缴余额：¥498.00');
    await stores.complete(REGION, { opinion: '从店面费用中扣' }, { actorId: 'zhang' });
    expect((await stores.start(REGION, { actorId: 'zhang' }))['opinions']).toBe('2026-03-08：从店面费用中扣');
  });

  it('R11.7 revoked with a part paid: that part is refunded; a part that was under way goes back by a second refund', async () => {
    const penaltyNo = await notified(FINE);
    await record(await pay(20_000));
    const late = { id: `late-${penaltyNo}`, taskId: 'late', formId: CONFIRM, subjectNo: penaltyNo, completedBy: 'cai' };
    const change = await changes(async () => {
      expect(await revoke(penaltyNo)).toMatchObject({ state: 'refund-due', refund: true, claims: [] });
      const refundNo = `${penaltyNo}:refund`;
      const filling = { subjectNo: refundNo, caseNo: null, actorId: 'cai' };
      const opened = await stores.start(REFUND, filling);
      expect(opened).toMatchObject({ amountFen: 20_000 });
      expect(opened['revocation']).toContain('复查改变原决定');
      expect(await stores.refused(REFUND, { refundedOn: TODAY, amountFen: 50_000 }, filling)).toEqual([
        'amountFen refund-differs',
      ]);
      await stores.complete(REFUND, { refundedOn: TODAY, amountFen: 20_000 }, filling);
      expect(await read(penaltyNo)).toMatchObject({ state: 'refunded', remainingFen: 0 });
      const said = { data: payment(10_000), variables: {}, completedAt: '2026-03-02T03:00:00Z' };
      stores.neighbours.outcomes.set(late.id, { ...late, ...said });
      await record(late.id);
      expect(await read(penaltyNo)).toMatchObject({ state: 'refund-due' });
      expect(await startsOf('start-penalty-refund', refundNo)).toHaveLength(2);
      // The engine may hear of it before the first refund has come to its end: it waits instead of being dropped.
      const sent = await stores.query<{ data: { ttlMs: number } }>(
        `SELECT data::jsonb AS data FROM outbox WHERE kind = 'message' AND partition_key = $1 ORDER BY seq`,
        [refundNo],
      );
      expect(sent.at(-1)?.data.ttlMs).toBeGreaterThan(0);
      await stores.complete(REFUND, { refundedOn: TODAY, amountFen: 10_000 }, filling);
    });
    // What it owed for the rest is off, what it had paid is back.
    expect([change(`store:${D01}`), change('finance:JJ01')]).toEqual([30_000, -30_000]);
    expect(await read(penaltyNo)).toMatchObject({ state: 'refunded' });
  });

  it('R11.5 R11.7 revoked after it was passed on: every store gives its share back, told, collected and chased like a penalty', async () => {
    const penaltyNo = await mediaFine();
    const shares = await changes(async () => {
      await record(await pay(110_000));
      await settle(await stores.complete(PASS_ON, { passedOn: TODAY }, { actorId: 'cai' }));
    });
    expect([shares(`store:${D02}`), shares('finance:JJ01')]).toEqual([-10_000, 0]);
    const { claims, refund } = await revoke(penaltyNo);
    expect([claims.length, refund]).toEqual([11, true]);
    expect((await read(penaltyNo)).ledger.map(({ kind }) => kind)).toEqual([
      ...['impose', 'pay', 'pass-on', 'revoke', 'reclaim'],
    ]);
    const views = await Promise.all(claims.map((no) => read(no)));
    expect(new Set(views.map(({ storeId }) => storeId))).toEqual(new Set([D02, D03, ...REST]));
    const claim = views.find(({ storeId }) => storeId === D02);
    expect(claim).toMatchObject({
      ...{ kind: 'share-return', amountFen: 10_000, remainingFen: 10_000, source: `penalty:${penaltyNo}` },
      ...{ mayRevoke: false, state: 'imposed', ruleId: 'R11.5' },
    });
    const claimNo = claim?.penaltyNo ?? '';
    expect(await startsOf('start-penalty-collection', claimNo)).toMatchObject([
      { variables: { subjectNo: claimNo, storeId: D02, hasPayees: false } },
    ]);
    expect(await stores.events('penalty.imposed', claimNo)).toMatchObject([{ kind: 'share-return', storeId: D02 }]);
    // Each store reads its own demand, from the fine and from its account; nobody else's.
    expect((await read(penaltyNo, 'dian02')).claims.map(({ storeId }) => storeId)).toEqual([D02]);
    expect((await read(penaltyNo)).claims).toHaveLength(11);
    expect((await stores.as('dian03', 'GET', `/api/penalties/${claimNo}`)).status).toBe(404);

    await notice(claimNo);
    const notes = String((await stores.start(CONFIRM, { actorId: 'cai' }))['notice']);
    expect(notes).toContain(`处罚 ${penaltyNo} 已撤销，收到的转付款须退回（R11.5）`);
    stores.clock.set('2026-03-05T00:00:00+08:00');
    expect(await stores.job(ChasePaymentWorker, 'media-penalties.chase-payment', { storeId: D02 })).toMatchObject({
      chases: 1,
    });
    const collected = await changes(async () => {
      expect(await record(await pay(4_000))).toEqual({ paidInFull: false });
      const last = await pay(6_000);
      expect(await record(last)).toEqual({ paidInFull: true });
      await settle(last);
    });
    expect([collected(`store:${D02}`), collected('finance:JJ01')]).toEqual([10_000, -10_000]);
    expect(await read(claimNo)).toMatchObject({ state: 'settled' });
    const again = await stores.as<{ type: string }>('zhao', 'POST', `/api/penalties/${claimNo}/revocation`, {
      ...{ because: 'error', reason: '无' },
    });
    expect([again.status, again.body.type]).toEqual([409, 'claim-not-revocable']);
  });

  it('R11.5 R11.7 passed on in the moment of the revocation: the money that went out is on the books, and claimed back', async () => {
    const penaltyNo = await mediaFine();
    await record(await pay(110_000));
    const outcome = { id: `pass-${penaltyNo}`, taskId: 'p', formId: PASS_ON, subjectNo: penaltyNo, completedBy: 'cai' };
    const said = { data: { passedOn: TODAY }, variables: {}, completedAt: '2026-03-02T03:00:00Z' };
    stores.neighbours.outcomes.set(outcome.id, { ...outcome, ...said });
    expect(await revoke(penaltyNo)).toMatchObject({ claims: [], refund: true });
    for (let times = 0; times < 2; times += 1) await settle(outcome.id);
    const { ledger, claims, state } = await read(penaltyNo);
    expect(ledger.map(({ kind }) => kind)).toEqual(['impose', 'pay', 'revoke', 'pass-on', 'reclaim']);
    expect([claims.length, state]).toEqual([11, 'refund-due']);
  });

  it('R11.7 a part that comes in while a refund is under way goes back with it, not by a second one beside it', async () => {
    const penaltyNo = await notified(FINE);
    await record(await pay(20_000));
    await revoke(penaltyNo);
    const late = {
      id: `beside-${penaltyNo}`,
      taskId: 'beside',
      formId: CONFIRM,
      subjectNo: penaltyNo,
      completedBy: 'cai',
    };
    const said = { data: payment(10_000), variables: {}, completedAt: '2026-03-02T03:00:00Z' };
    stores.neighbours.outcomes.set(late.id, { ...late, ...said });
    await record(late.id);
    const refundNo = `${penaltyNo}:refund`;
    expect(await startsOf('start-penalty-refund', refundNo)).toHaveLength(1);
    const filling = { subjectNo: refundNo, caseNo: null, actorId: 'cai' };
    await stores.complete(REFUND, { refundedOn: TODAY, amountFen: 30_000 }, filling);
    expect(await read(penaltyNo)).toMatchObject({ state: 'refunded' });
    expect(await startsOf('start-penalty-refund', refundNo)).toHaveLength(1);
  });

  it('R11.7 one payment recorded by two at once stands once; a payment during the revocation is refunded, whichever is first', async () => {
    const penaltyNo = await notified(FINE);
    const outcome = { id: `both-${penaltyNo}`, taskId: 'b', formId: CONFIRM, subjectNo: penaltyNo, completedBy: 'cai' };
    const said = { data: payment(50_000), variables: {}, completedAt: '2026-03-02T03:00:00Z' };
    stores.neighbours.outcomes.set(outcome.id, { ...outcome, ...said });
    const answers = await Promise.all([record(outcome.id), record(outcome.id), record(outcome.id)]);
    expect(answers).toEqual([{ paidInFull: true }, { paidInFull: true }, { paidInFull: true }]);
    expect((await read(penaltyNo)).ledger.filter(({ kind }) => kind === 'pay')).toHaveLength(1);

    for (let round = 0; round < 6; round += 1) {
      const no = await notified(FINE);
      const paid = { ...outcome, ...said, id: `race-${no}`, subjectNo: no, data: payment(20_000) };
      stores.neighbours.outcomes.set(paid.id, paid);
      const work = [() => record(paid.id, no), () => revoke(no), () => record(paid.id, no)];
      await Promise.all((round % 2 === 0 ? work : work.reverse()).map((one) => one()));
      const { ledger, state } = await read(no);
      expect([...ledger.map(({ kind }) => kind)].sort()).toEqual(['impose', 'pay', 'revoke']);
      expect(state).toBe('refund-due');
      expect(await startsOf('start-penalty-refund', `${no}:refund`)).toHaveLength(1);
      const sum = ledger.flatMap(({ lines }) => lines).filter(({ account }) => account === `store:${D01}`);
      expect(sum.reduce((fen, line) => fen + line.amountFen, 0)).toBe(20_000);
    }
  });

  it('R11.5 R11.7 the ledger page of a store: its own entries with the balance after each, the region and finance every account', async () => {
    const penaltyNo = await mediaFine();
    await record(await pay(110_000));
    await settle(await stores.complete(PASS_ON, { passedOn: TODAY }, { actorId: 'cai' }));
    await revoke(penaltyNo);
    const statement = async (login: string, account: string, query = '') =>
      stores.as<AccountStatement>(login, 'GET', `/api/penalties/accounts/${encodeURIComponent(account)}${query}`);
    const own = (await statement('dian04', `store:${STORES[3]}`)).body;
    expect(own.items.slice(0, 5).map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['impose', -10_000],
      ['reclaim', 10_000],
      ['revoke', -10_000],
      ['pass-on', -10_000],
      ['impose', 10_000],
    ]);
    expect(own.items[0]?.penaltyKindText.zh).toBe('退回转付款');
    const owed = (await stores.as<LedgerBalances>('dian04', 'GET', '/api/penalties/balances')).body.items;
    expect(owed.map(({ amountFen }) => amountFen)).toEqual([own.balanceFen]);
    expect(own.items[0]?.balanceFen).toBe(own.balanceFen);
    own.items.reduce((after, line) => {
      expect(line.balanceFen).toBe(after);
      return after - line.amountFen;
    }, own.balanceFen);
    for (const login of ['cai', 'zhang']) expect((await statement(login, `store:${STORES[3]}`)).body).toEqual(own);
    expect((await statement('dian04', `store:${D02}`)).status).toBe(404);
    expect((await statement('dian04', 'finance:JJ01')).status).toBe(404);
    expect((await statement('lin', `store:${D02}`)).status).toBe(404);
    expect((await statement('gu01', `store:${D02}`)).status).toBe(403);
    const bad = Buffer.from('2026-03-02|x').toString('base64url');
    expect((await statement('cai', `store:${D02}`, `?cursor=${bad}`)).status).toBe(400);
    const finance = (await statement('cai', 'finance:JJ01')).body;
    expect(finance.items.length).toBeGreaterThan(10);
  });

  it('R11.7 amounts: the most that a decision may impose goes on the ledger whole, more is refused', async () => {
    const penaltyNo = await notified({ ...FINE, amountYuan: 1_000_000_000 });
    expect(await read(penaltyNo)).toMatchObject({ amountFen: 100_000_000_000, amountInWords: '壹拾亿元整' });
    await record(await pay(99_999_999_999));
    expect(await read(penaltyNo)).toMatchObject({ remainingFen: 1 });
    await expect(notified({ ...FINE, amountYuan: 1_000_000_000.01 })).rejects.toThrow('amount-too-large');
  });
});
