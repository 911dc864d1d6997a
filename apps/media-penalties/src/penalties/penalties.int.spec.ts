import type { ImposedPenalty, LedgerBalances, PenaltyList, PenaltyView, RevocationResult } from '@huiying/contracts';
import { MediaPenalties, STORES } from '../testing/media-penalties-harness.js';
import { ChasePaymentWorker } from './chase-payment.worker.js';
import { ImposePenaltiesWorker } from './impose-penalties.worker.js';
import { IssueNoticeWorker } from './issue-notice.worker.js';
import { PublishReprimandWorker } from './publish-reprimand.worker.js';
import { RecordPaymentWorker } from './record-payment.worker.js';
import { SettlePenaltyWorker } from './settle-penalty.worker.js';

const CONFIRM = 'penalty-collection--confirm-payment';
const PASS_ON = 'penalty-collection--pass-on';
const REFUND = 'penalty-collection--refund';
const [D01 = '', D02 = '', ...REST] = STORES;
const FINE: ImposedPenalty = { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true };
const OF_CONSULTANT: ImposedPenalty[] = [
  { payer: 'consultant', amountYuan: 100, kind: 'fine', ruleId: 'R11.2', reprimand: true },
  { payer: 'store-manager', amountYuan: 50, kind: 'fine', ruleId: 'R11.2', reprimand: true },
];

describe('penalties', () => {
  let stores: MediaPenalties;
  let cases = 0;

  beforeAll(async () => {
    stores = await MediaPenalties.open();
  });
  beforeEach(() => stores.clock.set('2026-03-02T10:00:00+08:00'));
  afterAll(() => stores.stop());

  const freshCase = () => `TS-JJ01-20260302-${String(++cases).padStart(4, '0')}`;
  /** A decision imposes on store D01 and its people. */
  async function impose(penalties: ImposedPenalty[], more: Record<string, unknown> = {}): Promise<string[]> {
    const caseNo = (more['caseNo'] as string | undefined) ?? freshCase();
    const input = { caseNo, source: `case:${caseNo}`, storeId: D01, consultantId: 'gu01', penalties, ...more };
    const output = await stores.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', input);
    return (output as { penaltyNos: string[] }).penaltyNos;
  }
  /** One fine of 500 yuan, its notice given. */
  async function notified(more: Record<string, unknown> = {}): Promise<string> {
    const [penaltyNo = ''] = await impose([FINE], more);
    stores.subjectNo = penaltyNo;
    await stores.job(IssueNoticeWorker, 'media-penalties.issue-notice', { storeId: D01 });
    return penaltyNo;
  }
  const mediaFine = () =>
    notified({
      penalties: [{ payer: 'store', amountYuan: 1100, kind: 'fine', ruleId: 'R11.5' }],
      source: `exposure:BG-${++cases}`,
      payees: [D02, ...REST],
    });
  const settle = (outcomeId: string) =>
    stores.job(SettlePenaltyWorker, 'media-penalties.settle-penalty', { outcomeId, storeId: D01 });
  let receipts = 0;
  const payment = (paidOn: string, amountFen: number, receiptNo = `SJ-${++receipts}`) => ({
    paidOn,
    amountFen,
    receiptNo,
  });
  const record = (outcomeId: string) =>
    stores.job(RecordPaymentWorker, 'media-penalties.record-payment', { outcomeId, storeId: D01 });
  const read = async (penaltyNo: string, login = 'qu') =>
    (await stores.as<PenaltyView>(login, 'GET', `/api/penalties/${penaltyNo}`)).body;
  const pageOf = async (login: string, query = '') =>
    (await stores.as<PenaltyList>(login, 'GET', `/api/penalties${query}`)).body;
  const list = async (login: string, query = '') => (await pageOf(login, query)).items;
  const revoke = (login: string, penaltyNo: string, body: unknown = { because: 'review', reason: '复查改变原决定' }) =>
    stores.as<RevocationResult & { type?: string }>(login, 'POST', `/api/penalties/${penaltyNo}/revocation`, body);
  const startsOf = async (name: string, key: string) =>
    (await stores.messages(name)).filter((message) => message.key === key);

  it('R11.1 a store at fault: one notice of 500, its collection starts, the store is reprimanded', async () => {
    const caseNo = freshCase();
    const [penaltyNo = ''] = await impose([FINE], { caseNo });
    expect(penaltyNo).toMatch(/^CF-JJ01-20260302-\d{4}$/);
    expect(await stores.events('penalty.imposed', penaltyNo)).toMatchObject([
      { caseNo, storeId: D01, payerType: 'store', payer: D01, amountFen: 50_000, kind: 'fine', ruleId: 'R11.1' },
    ]);
    expect(await startsOf('start-penalty-collection', penaltyNo)).toMatchObject([
      { variables: { subjectNo: penaltyNo, orgId: 'JJ01', orgType: 'brokerage', storeId: D01, hasPayees: false } },
    ]);
    const reprimand = { caseNo, source: `case:${caseNo}`, storeId: D01, penalties: [FINE] };
    for (let times = 0; times < 2; times += 1)
      await stores.job(PublishReprimandWorker, 'media-penalties.publish-reprimand', reprimand);
    expect(await stores.events('reprimand.published', caseNo)).toMatchObject([
      { storeId: D01, respondentType: 'store', ruleId: 'R11.1' },
    ]);
    expect((await read(penaltyNo)).ledger).toMatchObject([
      {
        kind: 'impose',
        lines: [
          { account: 'finance:JJ01', amountFen: 50_000 },
          { account: `store:${D01}`, amountFen: -50_000 },
        ],
      },
    ]);
  });

  it('R11.2 a consultant at fault: 100 of the consultant, 50 of the manager, both reprimanded, nothing of the store', async () => {
    const caseNo = freshCase();
    const numbers = await impose(OF_CONSULTANT, { caseNo });
    expect(numbers).toHaveLength(2);
    const rows = await list('qu', `?caseNo=${caseNo}`);
    expect(rows.map(({ payerType, payerId, amountFen }) => [payerType, payerId, amountFen]).sort()).toEqual([
      ['consultant', 'gu01', 10_000],
      ['store-manager', 'dian01', 5_000],
    ]);
    const input = { caseNo, source: `case:${caseNo}`, storeId: D01, consultantId: 'gu01', penalties: OF_CONSULTANT };
    await stores.job(PublishReprimandWorker, 'media-penalties.publish-reprimand', input);
    const reprimands = await stores.events('reprimand.published', caseNo);
    expect(reprimands.map((one) => one['respondentType'])).toEqual(['consultant', 'person']);
  });

  it('R11.10 R11.11 a redo imposes nothing twice; nothing, or zero yuan, imposes nothing', async () => {
    const caseNo = freshCase();
    const first = await impose([FINE], { caseNo });
    expect(await impose([FINE, { ...FINE, kind: 'handling-fee', ruleId: 'R11.10' }], { caseNo })).toEqual([
      first[0],
      expect.stringMatching(/^CF-/),
    ]);
    expect(await list('qu', `?caseNo=${caseNo}`)).toHaveLength(2);
    expect(await impose([], {})).toEqual([]);
    expect(await impose([{ ...FINE, amountYuan: 0 }])).toEqual([]);
    const nothing = await stores.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', {
      ...{ source: 'case:none', penalties: null, storeId: D01 },
    });
    expect(nothing).toEqual({ penaltyNos: [] });
  });

  it('R11.9 a payer may be the id of a unit or a person', async () => {
    const fines = [
      { ...FINE, payer: D02, amountYuan: 2000, ruleId: 'R11.9' },
      { ...FINE, payer: 'gu03', amountYuan: 100, ruleId: 'R11.2' },
    ];
    const [rank = '', person = ''] = await impose(fines, { storeId: null, caseNo: null, source: `ranking:${++cases}` });
    expect(await read(rank)).toMatchObject({ payerId: D02, storeId: D02, kind: 'rank-fine', amountFen: 200_000 });
    expect(await read(person)).toMatchObject({ payerType: 'consultant', storeId: STORES[2] });
  });

  it('R11.7 notice on 2 March, its own day counted: to be paid by 4 March; paid then it is on time and settled', async () => {
    const penaltyNo = await notified();
    expect(await stores.events('penalty.notified')).toMatchObject([{ noticeOn: '2026-03-02', payBy: '2026-03-04' }]);
    expect(await stores.start(CONFIRM, { actorId: 'cai' })).toMatchObject({
      amountFen: 50_000,
      notice: expect.stringContaining('伍佰元整') as string,
    });
    stores.clock.set('2026-03-04T16:00:00+08:00');
    const outcome = await stores.complete(CONFIRM, payment('2026-03-04', 50_000), { actorId: 'cai' });
    await record(outcome);
    await settle(outcome);
    expect(await stores.events('penalty.paid')).toMatchObject([{ paidOn: '2026-03-04', passedOn: false }]);
    expect(await read(penaltyNo)).toMatchObject({ state: 'settled', paidOn: '2026-03-04', chases: 0 });
    expect((await read(penaltyNo)).ledger.map(({ kind, on, actorId }) => [kind, on, actorId])).toEqual([
      ['impose', '2026-03-02', 'system'],
      ['pay', '2026-03-04', 'cai'],
    ]);
  });

  it('R11.7 the job that settles may be faster than the event of the form: the payment stands once', async () => {
    const penaltyNo = await notified();
    const outcome = { id: 'fast', taskId: 'fast', formId: CONFIRM, subjectNo: penaltyNo, completedBy: 'cai' };
    const said = {
      data: payment('2026-03-03', 50_000),
      variables: {},
      completedAt: '2026-03-03T09:00:00Z',
    };
    stores.neighbours.outcomes.set('fast', { ...outcome, ...said });
    await settle('fast');
    await settle('fast');
    expect((await read(penaltyNo)).ledger.map(({ kind }) => kind)).toEqual(['impose', 'pay']);
  });

  it('R11.7 refused: more than is left, nothing, what is no amount, a day to come or before the notice, whoever judged or owes it', async () => {
    stores.neighbours.outcomes.set('judged', {
      ...{
        id: 'judged',
        taskId: 'j',
        formId: 'agency-complaint--judge-fault',
        subjectNo: 'x',
        data: {},
        variables: {},
      },
      ...{ completedBy: 'kuai', completedAt: '2026-03-02T02:00:00Z' },
    });
    await notified({ outcomeId: 'judged' });
    const refused = (data: object, actorId = 'cai') => stores.refused(CONFIRM, data, { actorId });
    expect(await refused(payment('2026-03-02', 50_001))).toEqual(['amountFen amount-above-remaining']);
    expect(await refused(payment('2026-03-02', 100_000_000_000))).toEqual(['amountFen amount-above-remaining']);
    expect(await refused(payment('2026-03-02', 0))).toEqual(['amountFen amount-not-positive']);
    for (const odd of [-1, 0.5, 500.001, 2 ** 53, '5e2', '1,000', '伍佰元', true, [50_000], Number.MAX_VALUE])
      expect(await refused({ ...payment('2026-03-02', 1), amountFen: odd })).toEqual(['amountFen not-an-amount']);
    expect(await refused(payment('2026-03-03', 50_000))).toEqual(['paidOn day-to-come']);
    expect(await refused(payment('2026-03-01', 50_000))).toEqual(['paidOn day-before-notice']);
    expect(await refused({})).toEqual(['paidOn required', 'amountFen required', 'receiptNo required']);
    const own = await stores.check(CONFIRM, payment('2026-03-02', 50_000), { actorId: 'kuai' });
    expect([own.status, own.body.type]).toEqual([403, 'same-person']);
  });

  it('R11.7 unpaid at 0:00 on 5 March: overdue, chased, three more days; the third chase is the region’s', async () => {
    const penaltyNo = await notified();
    const chase = async (at: string) => {
      stores.clock.set(at);
      return stores.job(ChasePaymentWorker, 'media-penalties.chase-payment', { storeId: D01 });
    };
    expect(await chase('2026-03-05T00:00:00+08:00')).toEqual({ chases: 1, chasesBeforeRegion: 3 });
    expect(await read(penaltyNo)).toMatchObject({ state: 'overdue', payBy: '2026-03-07', chases: 1 });
    expect(await chase('2026-03-08T00:00:00+08:00')).toEqual({ chases: 2, chasesBeforeRegion: 3 });
    expect(await chase('2026-03-11T00:00:00+08:00')).toEqual({ chases: 3, chasesBeforeRegion: 3 });
    expect((await stores.events('penalty.overdue')).map((one) => one['chase'])).toEqual([1, 2, 3]);
    expect(await stores.refused('penalty-collection--collect-by-region', {}, { actorId: 'zhang' })).toEqual([
      'opinion required',
    ]);
    await stores.complete('penalty-collection--collect-by-region', { opinion: '从店面费用中扣' }, { actorId: 'zhang' });
    await stores.complete(CONFIRM, payment('2026-03-11', 50_000), { actorId: 'cai' });
    // Paid in the moment in which the limit ended: nobody is chased.
    expect(await chase('2026-03-14T00:00:00+08:00')).toEqual({ chases: 0, chasesBeforeRegion: 3 });
  });

  it('R11.7 revoked before payment: the collection ends, nothing is refunded, a second time is refused', async () => {
    const penaltyNo = await notified();
    const { status, body } = await revoke('zhang', penaltyNo);
    expect([status, body]).toEqual([200, { penaltyNo, state: 'revoked', refund: false, claims: [] }]);
    expect(await startsOf('penalty-revoked', penaltyNo)).toHaveLength(1);
    expect(await startsOf('start-penalty-refund', `${penaltyNo}:refund`)).toEqual([]);
    expect(await stores.events('penalty.revoked')).toMatchObject([
      { because: 'review', refund: false, actorId: 'zhang' },
    ]);
    expect(await read(penaltyNo, 'zhang')).toMatchObject({
      revocation: { because: 'review', reason: '复查改变原决定', by: 'zhang' },
      mayRevoke: false,
    });
    const again = await revoke('zhang', penaltyNo);
    expect([again.status, again.body.type]).toEqual([409, 'penalty-revoked']);
    const dump = await stores.query<{ text: string }>(`SELECT row_to_json(p)::text AS text FROM penalty p`);
    expect(dump.some(({ text }) => text.includes('复查'))).toBe(false);
  });

  it('R11.7 revoked after payment: exactly one refund, paid back whole', async () => {
    const penaltyNo = await notified();
    await settle(await stores.complete(CONFIRM, payment('2026-03-02', 50_000), { actorId: 'cai' }));
    expect((await revoke('zhang', penaltyNo)).body).toEqual({
      penaltyNo,
      state: 'refund-due',
      refund: true,
      claims: [],
    });
    const refundNo = `${penaltyNo}:refund`;
    expect(await startsOf('start-penalty-refund', refundNo)).toMatchObject([{ variables: { subjectNo: refundNo } }]);
    const filling = { subjectNo: refundNo, caseNo: null, actorId: 'cai' };
    expect(await stores.refused(REFUND, { refundedOn: '2026-03-02', amountFen: 1 }, filling)).toEqual([
      'amountFen refund-differs',
    ]);
    await stores.complete(REFUND, { refundedOn: '2026-03-02', amountFen: 50_000 }, filling);
    const { state, ledger } = await read(penaltyNo);
    expect([state, ledger.map(({ kind }) => kind)]).toEqual(['refunded', ['impose', 'pay', 'revoke', 'refund']]);
  });

  it('R11.7 the payment was under way when it was revoked: recorded, then refunded', async () => {
    const penaltyNo = await notified();
    const outcome = { id: 'late', taskId: 'late', formId: CONFIRM, subjectNo: penaltyNo, completedBy: 'cai' };
    const said = {
      data: payment('2026-03-02', 50_000),
      variables: {},
      completedAt: '2026-03-02T03:00:00Z',
    };
    stores.neighbours.outcomes.set('late', { ...outcome, ...said });
    expect((await revoke('zhang', penaltyNo)).body.refund).toBe(false);
    await settle('late');
    expect(await read(penaltyNo)).toMatchObject({ state: 'refund-due' });
    expect(await startsOf('start-penalty-refund', `${penaltyNo}:refund`)).toHaveLength(1);
    expect(await stores.events('penalty.paid')).toEqual([]);
    // Nothing is left to be paid: it cannot be paid a second time.
    expect(await stores.refused(CONFIRM, payment('2026-03-02', 50_000), { actorId: 'cai' })).toEqual([
      'amountFen amount-above-remaining',
    ]);
  });

  it('R11.7 revoking: the region’s head alone, never one’s own, with a reason', async () => {
    stores.neighbours.outcomes.set('approved', {
      ...{ id: 'approved', taskId: 'a', formId: 'annual-ranking--approve-ranking', subjectNo: 'x', data: {} },
      ...{ variables: {}, completedBy: 'zhang', completedAt: '2026-03-02T02:00:00Z' },
    });
    const penaltyNo = await notified({ outcomeId: 'approved' });
    const refusals = async (login: string, body?: unknown) => {
      const answer = await revoke(login, penaltyNo, body);
      return [answer.status, answer.body.type];
    };
    expect(await refusals('zhang')).toEqual([403, 'same-person']);
    expect(await refusals('qu')).toEqual([403, 'forbidden']);
    expect(await refusals('cai')).toEqual([403, 'forbidden']);
    expect(await refusals('dian01')).toEqual([403, 'forbidden']);
    expect(await refusals('luo')).toEqual([404, 'not-found']);
    expect(await refusals('zhao', { because: 'review', reason: '' })).toEqual([422, 'invalid-fields']);
    expect(await refusals('zhao', { because: 'whim', reason: '无' })).toEqual([400, 'invalid-fields']);
    expect(await refusals('zhao', { because: 'error', reason: '无', more: 1 })).toEqual([400, 'invalid-fields']);
    expect((await read(penaltyNo, 'zhang')).mayRevoke).toBe(false);
    expect((await read(penaltyNo, 'zhao')).mayRevoke).toBe(true);
    expect((await revoke('zhao', penaltyNo)).status).toBe(200);
  });

  it('R11.5 a media fine: owed to every other store, collected by finance, passed on, each seeing its own side', async () => {
    const penaltyNo = await mediaFine();
    expect((await startsOf('start-penalty-collection', penaltyNo))[0]?.variables).toMatchObject({ hasPayees: true });
    const imposed = await read(penaltyNo);
    expect(imposed).toMatchObject({ kind: 'media-fine', amountFen: 110_000, amountInWords: '壹仟壹佰元整' });
    expect(imposed.ledger[0]?.lines.map(({ amountFen }) => amountFen).sort((a, b) => a - b)).toEqual([
      -110_000,
      ...Array.from({ length: 11 }, () => 10_000),
    ]);
    expect(await read(penaltyNo, 'dian02')).toMatchObject({
      side: 'payee',
      amountFen: 10_000,
      ledger: [{ kind: 'impose', lines: [{ account: `store:${D02}`, amountFen: 10_000 }] }],
    });
    expect(await read(penaltyNo, 'dian01')).toMatchObject({
      side: 'payer',
      ledger: [{ lines: [{ account: `store:${D01}`, amountFen: -110_000 }] }],
    });
    const early = await stores.check(PASS_ON, { passedOn: '2026-03-02' }, { actorId: 'cai' });
    expect([early.status, early.body.type]).toEqual([503, 'payment-not-recorded']);
    await record(await stores.complete(CONFIRM, payment('2026-03-02', 110_000), { actorId: 'cai' }));
    expect(String((await stores.start(PASS_ON, { actorId: 'cai' }))['payees']).split('\n')).toHaveLength(11);
    await settle(await stores.complete(PASS_ON, { passedOn: '2026-03-02' }, { actorId: 'cai' }));
    expect(await stores.events('penalty.paid')).toMatchObject([{ passedOn: true }]);
    expect((await read(penaltyNo)).ledger.map(({ kind }) => kind)).toEqual(['impose', 'pay', 'pass-on']);
  });

  it('R11.5 R11.7 who owes whom over all penalties: balanced for finance, its own account for a store', async () => {
    const owed = async (login: string) => {
      const { items } = (await stores.as<LedgerBalances>(login, 'GET', '/api/penalties/balances')).body;
      return new Map(items.map(({ account, amountFen }) => [account, amountFen]));
    };
    const before = await owed('cai');
    await mediaFine();
    const after = await owed('cai');
    const change = (account: string) => (after.get(account) ?? 0) - (before.get(account) ?? 0);
    expect([change(`store:${D01}`), change(`store:${D02}`), change('finance:JJ01')]).toEqual([-110_000, 10_000, 0]);
    expect([...after.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
    expect([...(await owed('dian02')).keys()]).toEqual([`store:${D02}`]);
    expect((await owed('lin')).size).toBe(0);
    expect((await stores.as('gu01', 'GET', '/api/penalties/balances')).status).toBe(403);
  });

  it('R11.7 the ledger only grows, and does not take what does not balance', async () => {
    const penaltyNo = await notified();
    await expect(stores.query(`UPDATE ledger_line SET amount_fen = 1`)).rejects.toThrow('only grows');
    await expect(stores.query(`DELETE FROM ledger_entry`)).rejects.toThrow('only grows');
    const unbalanced = `WITH e AS (INSERT INTO ledger_entry (penalty_no, kind, at, happened_on, actor_id)
        VALUES ($1, 'pay', now(), current_date, 'x') RETURNING id)
      INSERT INTO ledger_line (entry_id, account, amount_fen) SELECT id, 'store:x', 5 FROM e`;
    await expect(stores.query(unbalanced, [penaltyNo])).rejects.toThrow('does not balance');
    expect((await read(penaltyNo)).ledger).toHaveLength(1);
  });

  it('R11.7 the list: region, heads and finance see all, a store its own, others nothing; pages without gap or repeat', async () => {
    const penaltyNo = await notified();
    for (const login of ['qu', 'zhang', 'cai', 'gm', 'dian01'])
      expect((await list(login, '?limit=200')).map((row) => row.penaltyNo)).toContain(penaltyNo);
    for (const login of ['lin', 'dian02', 'dan'])
      expect((await list(login, '?limit=200')).map((row) => row.penaltyNo)).not.toContain(penaltyNo);
    for (const login of ['gu01', 'desk']) expect((await stores.as(login, 'GET', '/api/penalties')).status).toBe(403);
    for (const login of ['lin', 'dian02', 'dan', 'gu01'])
      expect((await stores.as(login, 'GET', `/api/penalties/${penaltyNo}`)).status).toBe(404);
    const all = (await list('qu', '?limit=200')).map((row) => row.penaltyNo);
    const paged: string[] = [];
    let page = await pageOf('qu', '?limit=3');
    for (; page.next !== null; page = await pageOf('qu', `?limit=3&cursor=${page.next}`))
      paged.push(...page.items.map((row) => row.penaltyNo));
    paged.push(...page.items.map((row) => row.penaltyNo));
    expect(paged).toEqual(all);
    const bad = await stores.as('qu', 'GET', '/api/penalties?cursor=x');
    expect([bad.status, bad.body['type']]).toEqual([400, 'invalid-fields']);
    expect((await stores.as('qu', 'GET', '/api/penalties?limit=201')).status).toBe(422);
    expect((await stores.as('qu', 'GET', '/api/penalties?state=gone')).status).toBe(400);
  });

  it('R11.7 the list as CSV, for whoever may read it, on record', async () => {
    const penaltyNo = await notified();
    const { status, body } = await stores.as<string>('cai', 'POST', '/api/penalties/export', { state: 'notified' });
    expect(status).toBe(200);
    expect(body.split('\r\n')[0]).toContain('处罚编号');
    expect(body).toContain(`${penaltyNo},${D01},${D01},分店,罚款,R11.1,500.00`);
    const other = await stores.as<string>('dian02', 'POST', '/api/penalties/export', {});
    expect(other.body).not.toContain(penaltyNo);
    expect((await stores.as('gu01', 'POST', '/api/penalties/export', {})).status).toBe(403);
    const [audited] = await stores.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM access.audit WHERE entry->>'action' = 'penalty.export' AND entry->'actor'->>'id' = 'cai'`,
    );
    expect(audited?.n).toBe(1);
  });
});
