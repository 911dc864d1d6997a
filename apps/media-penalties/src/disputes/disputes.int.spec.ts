import type { DisputeList, DisputeView, InternalDispute } from '@huiying/contracts';
import { BROKERAGE, MediaPenalties, REGION, STORES } from '../testing/media-penalties-harness.js';
import { DivertedDisputesConsumer } from './diverted-disputes.consumer.js';
import { IssueRulingWorker } from './issue-ruling.worker.js';
import { LapseDisputeWorker } from './lapse-dispute.worker.js';
import { RuleByDefaultWorker } from './rule-by-default.worker.js';

const SETTLE = 'inter-store-dispute--self-settle';
const FILE = 'inter-store-dispute--file-material';
const LATE = 'inter-store-dispute--late-filing';
const SERVE = 'inter-store-dispute--serve-notice';
const REPLY = 'inter-store-dispute--reply';
const RULE = 'inter-store-dispute--rule-dispute';
const [A = '', B = '', C = ''] = STORES;

describe('disputes between stores', () => {
  let company: MediaPenalties;

  beforeAll(async () => {
    company = await MediaPenalties.open();
  });
  afterAll(() => company.stop());

  /** Store A complains about store B on a day, by its manager. */
  async function filed(on = '2026-03-02T10:00:00+08:00'): Promise<string> {
    company.clock.set(on);
    const body = { complainingStoreId: A, respondentStoreId: B, description: '抢客户：已带看的客户被签走' };
    const answer = await company.as<DisputeView>('dian01', 'POST', '/api/disputes', body);
    expect(answer.status).toBe(201);
    company.subjectNo = answer.body.disputeNo;
    return company.subjectNo;
  }
  const notSettled = async (on?: string) => {
    await filed(on);
    const said = { complainingStore: A, respondentStore: B, negotiation: '未达成一致', settled: false };
    await company.complete(SETTLE, said, { actorId: 'dian02' });
  };
  const MATERIAL = { facts: '客户3月1日由我店带看', evidence: '带看记录、聊天记录' };
  const materialFiled = async (on?: string) => {
    await notSettled(on);
    await company.complete(FILE, MATERIAL, { actorId: 'dian01' });
  };
  const read = async (login: string) =>
    (await company.as<DisputeView>(login, 'GET', `/api/disputes/${company.subjectNo}`)).body;

  it('R11.12 a store manager files for the own store: number JF-…, both stores have the first task', async () => {
    const disputeNo = await filed();
    expect(disputeNo).toMatch(new RegExp(`^JF-${BROKERAGE}-20260302-\\d{4}$`));
    const started = (await company.messages('start-inter-store-dispute')).filter(({ key }) => key === disputeNo);
    expect(started).toMatchObject([
      {
        variables: {
          subjectNo: disputeNo,
          orgId: BROKERAGE,
          orgType: 'brokerage',
          complainingStoreId: A,
          respondentStoreId: B,
          parties: [A, B],
          regionId: REGION,
          rulingGroup: 'region-head',
        },
      },
    ]);
    const opened = await company.start(SETTLE);
    expect(opened).toMatchObject({ complainingStore: A, respondentStore: B });
    expect(opened['stores']).toEqual(expect.arrayContaining([A, B, C].map((value) => ({ value, label: value }))));
  });

  it.each([
    ['another store', 'dian03', { complainingStoreId: A, respondentStoreId: B }, ['complainingStoreId not-your-store']],
    ['the own store', 'dian01', { complainingStoreId: A, respondentStoreId: A }, ['respondentStoreId same-store']],
    [
      'another company',
      'dian01',
      { complainingStoreId: A, respondentStoreId: 'DM-D01' },
      ['respondentStoreId store-of-another-company'],
    ],
    ['no store', 'dian01', { complainingStoreId: A, respondentStoreId: REGION }, ['respondentStoreId store-unknown']],
    ['another region', 'lin', { complainingStoreId: A, respondentStoreId: B }, ['complainingStoreId not-your-store']],
  ])('R11.12 refuses a filing for or against %s', async (_, login, stores, refused) => {
    const body = { ...stores, description: '抢客户' };
    const answer = await company.as<{ errors: { field: string; code: string }[] }>(
      login,
      'POST',
      '/api/disputes',
      body,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(refused);
  });

  it('R11.12 the region office files for a store of its region; unknown fields and empty texts are refused', async () => {
    const body = { complainingStoreId: A, respondentStoreId: C, description: '跨区带客' };
    expect((await company.as('qu', 'POST', '/api/disputes', body)).status).toBe(201);
    expect((await company.as('dian01', 'POST', '/api/disputes', { ...body, more: 1 })).status).toBe(400);
    expect((await company.as('dian01', 'POST', '/api/disputes', { ...body, description: '' })).status).toBe(422);
    expect((await company.as('gu01', 'POST', '/api/disputes', body)).status).toBe(403);
  });

  it('R11.8 settled by the stores: ended, told, nothing else', async () => {
    await filed();
    const said = { complainingStore: A, respondentStore: B, negotiation: '佣金各半', settled: true };
    await company.complete(SETTLE, said, { actorId: 'dian01' });
    expect(await company.events('dispute.settled')).toMatchObject([
      { disputeNo: company.subjectNo, complainingStoreId: A, respondentStoreId: B, settledOn: '2026-03-02' },
    ]);
    expect(await read('qu')).toMatchObject({ state: 'settled', dueOn: null, poorlyHandledBy: null });
  });

  it('R11.12 failed 2 Mar: to be filed by 5 Mar; filed: to be served within seven working days', async () => {
    await notSettled();
    expect(await read('dian01')).toMatchObject({ state: 'to-file', dueOn: '2026-03-05' });
    await company.complete(FILE, MATERIAL, { actorId: 'dian01' });
    expect(await company.events('dispute.filed')).toMatchObject([{ late: false }]);
    expect(await read('qu')).toMatchObject({ state: 'to-serve', dueOn: '2026-03-11' });
  });

  it('R11.12 filed 28 Sep: serve by 13 Oct, over the holidays and with the make-up day', async () => {
    await materialFiled('2026-09-28T10:00:00+08:00');
    expect(await read('qu')).toMatchObject({ dueOn: '2026-10-13' });
  });

  it('R11.12 late: admitted with reason and material it goes on, marked late', async () => {
    await notSettled();
    company.clock.set('2026-03-06T09:00:00+08:00');
    expect(await company.start(LATE)).toMatchObject({ filingUntil: '2026-03-05', negotiation: '未达成一致' });
    const declined = { admitted: true, reason: '店长住院' };
    expect(await company.refused(LATE, declined)).toEqual(['lateMaterial material-missing']);
    await company.complete(LATE, { ...declined, lateMaterial: '带看记录' }, { actorId: 'qu' });
    expect(await company.events('dispute.filed')).toMatchObject([{ late: true }]);
    expect(await read('qu')).toMatchObject({ state: 'to-serve', dueOn: '2026-03-17' });
    expect(await company.start(SERVE)).toMatchObject({ material: '带看记录' });
  });

  it.each([
    ['not filed at all', '', 'not-filed'],
    ['declined', '带看记录', 'declined'],
  ])('R11.12 late and %s: it lapses, and may be filed anew under another number', async (_, lateMaterial, because) => {
    await notSettled();
    const outcomeId = await company.complete(
      LATE,
      { admitted: false, reason: '无正当理由', lateMaterial },
      { actorId: 'qu' },
    );
    await company.job(LapseDisputeWorker, 'media-penalties.lapse-dispute', { outcomeId });
    expect(await company.events('dispute.lapsed')).toMatchObject([{ because }]);
    expect(await read('dian01')).toMatchObject({ state: 'lapsed' });
    const lapsed = company.subjectNo;
    expect(await filed()).not.toBe(lapsed);
  });

  it('R11.12 the notice is not served without the complaining store’s material, nor received before it was served', async () => {
    await materialFiled();
    company.clock.set('2026-03-10T09:00:00+08:00');
    const opened = await company.start(SERVE);
    expect(opened['material']).toBe('事实与请求：客户3月1日由我店带看\n证据：带看记录、聊天记录');
    const days = { servedOn: '2026-03-09', receivedBy: '店长', receivedOn: '2026-03-09' };
    expect(await company.refused(SERVE, { ...days, material: '' })).toEqual(['material required']);
    expect(await company.refused(SERVE, { ...opened, ...days, receivedOn: '2026-03-08' })).toEqual([
      'receivedOn received-before-served',
    ]);
    expect(await company.refused(SERVE, { ...opened, ...days, receivedOn: '2026-03-11' })).toEqual([
      'receivedOn day-to-come',
    ]);
    await company.complete(SERVE, { ...opened, ...days }, { actorId: 'qu' });
    expect(await company.events('dispute.served')).toMatchObject([
      { servedOn: '2026-03-09', receivedOn: '2026-03-09' },
    ]);
    expect(await read('dian02')).toMatchObject({ state: 'to-reply', dueOn: '2026-03-14' });
    expect(await company.start(REPLY)).toMatchObject({ notice: opened['material'] });
  });

  it('R11.12 R11.8 received 9 Mar, silent to 14 Mar: the complaining store wins, the respondent handled it poorly', async () => {
    await materialFiled();
    company.clock.set('2026-03-09T09:00:00+08:00');
    const opened = await company.start(SERVE);
    const days = { servedOn: '2026-03-09', receivedBy: '店长', receivedOn: '2026-03-09' };
    await company.complete(SERVE, { ...opened, ...days }, { actorId: 'qu' });
    company.clock.set('2026-03-15T00:00:00+08:00');
    const defaulted = await company.job(RuleByDefaultWorker, 'media-penalties.rule-by-default', {
      receivedOn: '2026-03-09',
    });
    expect(defaulted).toEqual({ poorlyHandledBy: [B] });
    expect(await company.events('dispute.defaulted')).toMatchObject([{ replyUntil: '2026-03-14' }]);
    await company.job(IssueRulingWorker, 'media-penalties.issue-ruling', { ruledBy: 'default', poorlyHandledBy: [B] });
    expect(await company.events('dispute.ruled')).toMatchObject([{ by: 'default', poorlyHandledBy: [B] }]);
    expect(await read('dian02')).toMatchObject({ state: 'ruled', ruledBy: 'default', poorlyHandledBy: [B] });
  });

  it('R11.12 agreed in a mediation before the answer of the respondent was heard of: it stays ruled', async () => {
    await materialFiled();
    const reply = { reply: '同意分佣', explanation: '愿意协商' };
    const { heard } = await company.completeUnheard(REPLY, reply, { actorId: 'dian02' });
    await company.job(IssueRulingWorker, 'media-penalties.issue-ruling', { ruledBy: 'mediation' });
    await heard();
    expect(await read('dian02')).toMatchObject({ state: 'ruled', ruledBy: 'mediation' });
  });

  it('R11.8 B caused it, A handled it poorly: ruled so; 报总部 first asks nobody to pay', async () => {
    await materialFiled();
    const said = { findings: 'B店抢单属实', ruling: '佣金归A店；A店未按时上报', poorlyHandled: ['complaining'] };
    const up = await company.check(RULE, { ...said, toHeadquarters: true }, { actorId: 'zhang', group: 'region-head' });
    expect(up.body.variables).toEqual({ toHeadquarters: true, poorlyHandledBy: [] });
    await company.complete(RULE, { ...said, toHeadquarters: true }, { actorId: 'zhang', group: 'region-head' });
    expect((await company.start(RULE, { actorId: 'gm', group: 'general-manager' }))['region']).toContain('B店抢单属实');
    const again = { ...said, toHeadquarters: true };
    expect(await company.refused(RULE, again, { actorId: 'gm', group: 'general-manager' })).toEqual([
      'toHeadquarters headquarters-has-it',
    ]);
    const outcomeId = await company.complete(
      RULE,
      { ...said, toHeadquarters: false },
      { actorId: 'gm', group: 'general-manager' },
    );
    const ruled = { ruledBy: 'region', poorlyHandledBy: [A], outcomeId };
    expect(await company.job(IssueRulingWorker, 'media-penalties.issue-ruling', ruled)).toEqual({
      poorlyHandledBy: [A],
    });
    expect(await company.events('dispute.ruled')).toMatchObject([
      { by: 'region', poorlyHandledBy: [A], actorId: 'gm' },
    ]);
  });

  it('R11.8 ended by a mediation: nobody handled it poorly, whatever was said before', async () => {
    await materialFiled();
    const given = { ruledBy: 'mediation', poorlyHandledBy: [A] };
    expect(await company.job(IssueRulingWorker, 'media-penalties.issue-ruling', given)).toEqual({
      poorlyHandledBy: [],
    });
  });

  it('R11.12 a party sees its own side: the other’s words only when they were served or ruled; other stores see nothing', async () => {
    await materialFiled();
    expect(await read('dian01')).toMatchObject({ material: expect.stringContaining('带看记录') as string });
    expect(await read('dian02')).toMatchObject({ material: null, reply: null, ruling: null });
    company.clock.set('2026-03-09T09:00:00+08:00');
    const days = { servedOn: '2026-03-09', receivedBy: '店长', receivedOn: '2026-03-09' };
    await company.complete(SERVE, { ...(await company.start(SERVE)), ...days }, { actorId: 'qu' });
    await company.complete(REPLY, { reply: '客户自行选择', explanation: '未诱导' }, { actorId: 'dian02' });
    expect((await read('dian02')).material).toContain('带看记录');
    expect((await read('dian02')).reply).toContain('客户自行选择');
    expect((await read('dian01')).reply).toBeNull();
    expect((await read('qu')).reply).toContain('客户自行选择');
    expect((await company.as('dian03', 'GET', `/api/disputes/${company.subjectNo}`)).status).toBe(404);
    expect((await company.as('lin', 'GET', `/api/disputes/${company.subjectNo}`)).status).toBe(404);
  });

  it('R06.7 R11.12 the mediator is told both stores, what each claims and what it shows', async () => {
    const disputeNo = await filed();
    const mediated = async () => (await company.internal<InternalDispute>(`/internal/disputes/${disputeNo}`)).body;
    expect(await mediated()).toMatchObject({ claim: '', evidence: '', reply: '', files: [] });
    const said = { complainingStore: A, respondentStore: B, negotiation: '佣金如何分未谈拢', settled: false };
    await company.complete(SETTLE, said, { actorId: 'dian02' });
    const material = { facts: '请求分得佣金 8,000 元', evidence: '带看记录', files: ['带看确认书，存我店'] };
    await company.complete(FILE, material, { actorId: 'dian01' });
    const reply = { reply: '客户自行选择', explanation: '未诱导', files: ['聊天记录'] };
    await company.complete(REPLY, reply, { actorId: 'dian02' });
    expect(await mediated()).toEqual({
      disputeNo,
      complainingStore: A,
      respondentStore: B,
      description: '抢客户：已带看的客户被签走',
      negotiation: '佣金如何分未谈拢',
      claim: '请求分得佣金 8,000 元',
      evidence: '带看记录',
      files: ['带看确认书，存我店'],
      reply: '客户自行选择',
      explanation: '未诱导',
      replyFiles: ['聊天记录'],
    });
    expect((await company.internal('/internal/disputes/JF-JJ01-20260302-9999')).status).toBe(404);
  });

  it('R11.12 the list pages by cursor and shows each caller their own', async () => {
    const mine = (await company.as<DisputeList>('dian03', 'GET', '/api/disputes')).body.items;
    expect(mine.length).toBeGreaterThan(0);
    expect(
      mine.every(({ respondentStoreId, complainingStoreId }) => [respondentStoreId, complainingStoreId].includes(C)),
    ).toBe(true);
    const all = (await company.as<DisputeList>('qu', 'GET', '/api/disputes?limit=200')).body.items.map(
      ({ disputeNo }) => disputeNo,
    );
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/disputes?limit=4${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const { items, next }: DisputeList = (await company.as<DisputeList>('qu', 'GET', path)).body;
      paged.push(...items.map(({ disputeNo }) => disputeNo));
      cursor = next;
    }
    expect(paged).toEqual(all);
    expect((await company.as<DisputeList>('lin', 'GET', '/api/disputes')).body.items).toEqual([]);
  });

  describe('from a complaint that was diverted', () => {
    const hear = (data: Record<string, unknown>) =>
      company.hear('case.diverted', data, (event, context) =>
        company.get(DivertedDisputesConsumer).diverted(event, context),
      );
    const diverted = (caseNo: string, more: Record<string, unknown>) => {
      company.caseIs(caseNo, { kind: 'inter-store', state: 'not-accepted', ...more });
      company.neighbours.registrations.set(caseNo, {
        ...{ caseNo, subject: '店间纠纷', description: '客户归属有争议', demand: null, project: null, building: null },
        ...{ explanation: null, seriousReport: null, appeal: null, authorityReply: null },
      });
      return hear({
        caseNo,
        orgId: BROKERAGE,
        admission: 'divert',
        reason: 'inter-store',
        kind: 'inter-store',
        target: 'inter-store-dispute',
      });
    };
    const ofCase = (caseNo: string) =>
      company.query<Record<string, unknown>>(`SELECT * FROM media_penalties.dispute WHERE case_no = $1`, [caseNo]);

    it('R11.12 registered by a store about a store: a dispute between the two, once', async () => {
      const caseNo = 'TS-JJ01-20260302-0901';
      await diverted(caseNo, { ownerId: 'dian04', respondentUnitId: B });
      await diverted(caseNo, { ownerId: 'dian04', respondentUnitId: B });
      const rows = await ofCase(caseNo);
      expect(rows).toMatchObject([{ complaining_store_id: STORES[3], respondent_store_id: B }]);
      // Its case's page shows the number.
      const known = await company.internal(`/internal/diverted-disputes/${caseNo}`);
      expect(known).toMatchObject({ status: 200, body: { number: rows[0]?.['dispute_no'] } });
      expect((await company.internal('/internal/diverted-disputes/TS-NONE')).status).toBe(404);
    });

    it('R11.12 nobody knows which store complains: the region has the first task and must name it', async () => {
      const caseNo = 'TS-JJ01-20260302-0902';
      await diverted(caseNo, { ownerId: 'desk', respondentUnitId: B });
      const [row] = await ofCase(caseNo);
      company.subjectNo = String(row?.['dispute_no']);
      const sent = (await company.messages('start-inter-store-dispute')).find(({ key }) => key === company.subjectNo);
      expect(sent?.variables).toMatchObject({
        complainingStoreId: null,
        respondentStoreId: B,
        parties: [REGION],
        regionId: REGION,
      });
      const said = { respondentStore: B, negotiation: '未协商', settled: false };
      expect(await company.refused(SETTLE, { ...said, complainingStore: '没有这个店' })).toEqual([
        'complainingStore store-unknown',
      ]);
      expect(await company.refused(SETTLE, { ...said, complainingStore: B })).toEqual(['respondentStore same-store']);
      await company.complete(SETTLE, { ...said, complainingStore: C }, { actorId: 'qu' });
      expect(await ofCase(caseNo)).toMatchObject([{ complaining_store_id: C, state: 'to-file' }]);
      expect((await read('qu')).description).toContain('客户归属有争议');
    });
  });
});
