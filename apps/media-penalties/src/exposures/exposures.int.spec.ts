import type { ExposedStores, ExposureList, ExposureView, PenaltyView, RegisteredExposure } from '@huiying/contracts';
import { ImposePenaltiesWorker } from '../penalties/impose-penalties.worker.js';
import { BROKERAGE, MediaPenalties, STORES } from '../testing/media-penalties-harness.js';
import { AcceptedExposuresConsumer } from './accepted-exposures.consumer.js';
import { ClearExposureWorker } from './clear-exposure.worker.js';
import { ConfirmExposureWorker } from './confirm-exposure.worker.js';
import { NotifyExposureWorker } from './notify-exposure.worker.js';

const CHECK = 'media-exposure--check-exposure';
const ANSWER = 'media-exposure--answer-exposure';
const JUDGE = 'media-exposure--judge-clarification';
const [D01 = ''] = STORES;
const OF_REGION = { actorId: 'qu' };
const OF_STORE = { actorId: 'dian01' };

describe('exposures', () => {
  let media: MediaPenalties;
  let made = 0;

  beforeAll(async () => {
    media = await MediaPenalties.open();
  });
  beforeEach(() => media.clock.set('2026-03-02T10:00:00+08:00'));
  afterAll(() => media.stop());

  const paper = () => `城市晚报${made}`;
  const nextPaper = () => `城市晚报${++made}`;
  /** A report that nobody registered before. */
  const report = (more: Record<string, unknown> = {}) => ({
    ...{
      medium: 'newspaper',
      outlet: nextPaper(),
      mediaLevel: 'municipal',
      publishedOn: '2026-03-02',
      storeId: D01,
    },
    ...more,
  });
  const checked = (more: Record<string, unknown> = {}) => ({
    ...{ medium: 'newspaper', outlet: paper(), mediaLevel: 'municipal', publishedOn: '2026-03-02', ourStore: true },
    ...{ storeId: D01, byCustomer: true, about: 'service', summary: '报道称门店收费不清', ...more },
  });
  const clarified = (more: Record<string, unknown> = {}) => ({
    ...{ disputed: true, clarifiedOutlet: paper(), clarifiedLevel: 'municipal', clarifiedOn: '2026-03-07' },
    ...{ evidence: '收费单据与合同一致', ...more },
  });
  async function registered(more: Record<string, unknown> = {}, login = 'qu'): Promise<string> {
    const { body } = await media.as<RegisteredExposure>(login, 'POST', '/api/exposures', report(more));
    media.subjectNo = body.exposureNo;
    return body.exposureNo;
  }
  async function notified(more: Record<string, unknown> = {}): Promise<string> {
    const exposureNo = await registered();
    const outcomeId = await media.complete(CHECK, checked(more), OF_REGION);
    await media.job(NotifyExposureWorker, 'media-penalties.notify-exposure', { outcomeId });
    return exposureNo;
  }
  const confirm = (variables: Record<string, unknown> = {}) =>
    media.job(ConfirmExposureWorker, 'media-penalties.confirm-exposure', {
      ...{ medium: 'newspaper', byCustomer: true, about: 'service', ...variables },
    });
  const accepted = (caseNo: string, orgId: string, mediaExposure?: object) => {
    media.subjectNo = caseNo;
    const data = { caseNo, orgId, ...(mediaExposure ? { mediaExposure } : {}) };
    const consumer = media.get(AcceptedExposuresConsumer);
    return media.hear('case.accepted', data, (event, context) => consumer.accepted(event, context));
  };
  const read = async (exposureNo: string, login = 'qu') =>
    (await media.as<ExposureView>(login, 'GET', `/api/exposures/${exposureNo}`)).body;
  const ofCase = async (caseNo: string) =>
    (await media.as<ExposureList>('gm', 'GET', `/api/exposures?caseNo=${caseNo}`)).body.items;
  const startsOf = async (exposureNo: string) =>
    (await media.messages('start-media-exposure')).filter(({ key }) => key === exposureNo);
  const refusal = async (login: string, body: object) => {
    const answer = await media.as<{ type: string; errors?: { field: string; code: string }[] }>(
      ...([login, 'POST', '/api/exposures', body] as const),
    );
    return [
      answer.status,
      answer.body.type,
      ...(answer.body.errors ?? []).map(({ field, code }) => `${field} ${code}`),
    ];
  };

  it('R11.4 a complaint with 媒体曝光 is accepted: an exposure BG-… linked to it, its process starts', async () => {
    const caseNo = 'TS-JJ01-20260302-0001';
    media.caseIs(caseNo, { respondentUnitId: D01, respondentPersonId: null });
    const exposure = { medium: 'newspaper', outlet: '城市晚报', publishedOn: '2026-03-02' };
    await accepted(caseNo, BROKERAGE, exposure);
    // Accepted once more after a review, with the same report: still one.
    await accepted(caseNo, BROKERAGE, exposure);
    const [row, ...more] = await ofCase(caseNo);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ caseNo, storeId: D01, state: 'registered', clarifyBy: '2026-03-07' });
    const exposureNo = row?.exposureNo ?? '';
    expect(exposureNo).toMatch(/^BG-JJ01-20260302-\d{4}$/);
    expect(await media.events('exposure.registered', exposureNo)).toMatchObject([
      { caseNo, orgId: BROKERAGE, actorId: 'system', storeId: D01, byCustomer: null, ...exposure },
    ]);
    expect(await startsOf(exposureNo)).toMatchObject([
      { variables: { subjectNo: exposureNo, orgId: BROKERAGE, orgType: 'brokerage', storeId: D01 } },
    ]);
    await accepted(caseNo, BROKERAGE, { ...exposure, outlet: '都市频道', medium: 'television' });
    expect(await ofCase(caseNo)).toHaveLength(2);
  });

  it('R11.4 the person complained about names the store; without exposure, or in another organisation, nothing', async () => {
    const caseNo = 'TS-JJ01-20260302-0002';
    media.caseIs(caseNo, { respondentUnitId: null, respondentPersonId: 'gu03' });
    await accepted(caseNo, BROKERAGE);
    await accepted(caseNo, 'nowhere', { medium: 'other', outlet: '网', publishedOn: '2026-03-01' });
    expect(await ofCase(caseNo)).toEqual([]);
    await accepted(caseNo, BROKERAGE, { medium: 'other', outlet: '网', publishedOn: '2026-03-01' });
    expect(await ofCase(caseNo)).toMatchObject([{ storeId: STORES[2] }]);
  });

  it('R11.4 registered by hand by the region or the desk, once', async () => {
    const body = report();
    const first = await media.as<RegisteredExposure>('desk', 'POST', '/api/exposures', body);
    expect([first.status, first.body.clarifyBy]).toEqual([201, '2026-03-07']);
    expect(await startsOf(first.body.exposureNo)).toHaveLength(1);
    expect(await refusal('qu', body)).toEqual([409, 'exposure-known']);
    expect(await media.events('exposure.registered', first.body.exposureNo)).toMatchObject([{ actorId: 'desk' }]);
  });

  it('R11.4 by hand: refused to others, for a day to come, a store of others, an unknown case, unknown fields', async () => {
    for (const login of ['dian01', 'cai', 'gu01']) expect((await refusal(login, report()))[0]).toBe(403);
    expect(await refusal('qu', report({ publishedOn: '2026-03-03' }))).toEqual([
      ...[422, 'invalid-fields', 'publishedOn day-to-come'],
    ]);
    expect(await refusal('qu', report({ publishedOn: '2026-02-30' }))).toEqual([
      ...[422, 'invalid-fields', 'publishedOn not-a-day'],
    ]);
    expect(await refusal('qu', report({ storeId: 'DM-D01' }))).toEqual([
      422,
      'invalid-fields',
      'storeId unknown-store',
    ]);
    expect(await refusal('qu', report({ storeId: 'JJ01-QY1' }))).toEqual([
      ...[422, 'invalid-fields', 'storeId unknown-store'],
    ]);
    expect(await refusal('qu', report({ caseNo: 'TS-JJ01-20200101-0001' }))).toEqual([
      ...[422, 'invalid-fields', 'caseNo unknown-case'],
    ]);
    expect((await refusal('qu', report({ more: 1 })))[0]).toBe(400);
    expect((await refusal('qu', report({ medium: 'rumour' })))[0]).toBe(400);
    expect(await refusal('qu', report({ outlet: ' ' }))).toEqual([422, 'invalid-fields', 'outlet required']);
    expect((await refusal('qu', report({ outlet: '报'.repeat(65) })))[0]).toBe(422);
    expect((await refusal('qu', report({ summary: '字'.repeat(501) })))[0]).toBe(422);
  });

  it('R11.4 a store is found by its name, in the caller’s own organisation alone', async () => {
    const exposureNo = await registered({ storeId: ' 东门店 ' }, 'dan');
    expect(await read(exposureNo, 'dan')).toMatchObject({ orgId: 'DM', storeId: 'DM-D01' });
    expect(await refusal('qu', report({ storeId: '东门店' }))).toEqual([
      ...[422, 'invalid-fields', 'storeId unknown-store'],
    ]);
  });

  it('R11.4 the store is chosen: those of the caller’s company by their names, for whoever may register', async () => {
    const offered = (login: string) => media.as<ExposedStores>(login, 'GET', '/api/exposures/stores');
    expect((await offered('dan')).body.items).toEqual([{ storeId: 'DM-D01', name: '东门店' }]);
    expect((await offered('qu')).body.items.map(({ storeId }) => storeId)).toEqual(STORES);
    expect((await offered('gu01')).status).toBe(403);
  });

  it('R11.4 the check opens with what was registered and the days already lost; refuses what is none of ours', async () => {
    media.clock.set('2026-03-05T10:00:00+08:00');
    await registered({ summary: '门店收费不清' });
    const shown = await media.start(CHECK, OF_REGION);
    expect(shown).toMatchObject({ medium: 'newspaper', storeId: D01, ourStore: true, summary: '门店收费不清' });
    expect(shown['report']).toContain('已过 3 天，澄清截止 2026-03-07');
    const stores = shown['stores'] as { value: string; label: string }[];
    expect(stores).toHaveLength(12);
    expect(stores.find(({ value }) => value === D01)?.label).toEqual(expect.stringMatching(/\S/));
    const refused = (more: Record<string, unknown>) => media.refused(CHECK, checked(more), OF_REGION);
    expect(await refused({ storeId: 'DM-D01' })).toEqual(['storeId unknown-store']);
    expect(await refused({ storeId: '' })).toEqual(['storeId required']);
    expect(await refused({ publishedOn: '2026-03-06' })).toEqual(['publishedOn day-to-come']);
    expect(await refused({ caseNo: 'TS-JJ01-20200101-0001' })).toEqual(['caseNo unknown-case']);
    expect(await refused({ mediaLevel: 'galactic', byCustomer: '' })).toEqual([
      ...['byCustomer required', 'mediaLevel unknown-code'],
    ]);
  });

  it('R11.5 one report is fined once: another registration of it is not pursued as well', async () => {
    await notified();
    const outlet = paper();
    await registered({ storeId: undefined });
    expect(await media.refused(CHECK, checked({ outlet }), OF_REGION)).toEqual(['ourStore exposure-pursued']);
    expect(await media.refused(CHECK, checked({ outlet, storeId: STORES[1] }), OF_REGION)).toEqual([]);
    expect(await media.refused(CHECK, checked({ outlet, ourStore: false, storeId: '' }), OF_REGION)).toEqual([]);
  });

  it('R11.4 no store of ours: kept as such', async () => {
    const exposureNo = await registered();
    await media.complete(CHECK, checked({ ourStore: false, storeId: '' }), OF_REGION);
    expect(await read(exposureNo, 'gm')).toMatchObject({ state: 'not-ours', storeId: null });
  });

  it('R11.4 the check links a case that the registration did not name: intake hears of it (harmsStanding)', async () => {
    const caseNo = 'TS-JJ01-20260302-0003';
    media.caseIs(caseNo, { respondentUnitId: D01 });
    const exposureNo = await notified({ caseNo });
    const told = await media.events('exposure.registered', exposureNo);
    expect(told).toHaveLength(2);
    expect(told.map((one) => one['caseNo'])).toEqual(expect.arrayContaining([undefined, caseNo]));
    expect(await read(exposureNo)).toMatchObject({ state: 'notified', caseNo, storeId: D01, byCustomer: true });
  });

  it('R11.4 clarified on 7 March in the same paper: cleared', async () => {
    const exposureNo = await notified();
    media.clock.set('2026-03-07T15:00:00+08:00');
    expect((await media.start(ANSWER, OF_STORE))['report']).toContain('城市晚报');
    await media.complete(ANSWER, clarified(), OF_STORE);
    expect(await media.start(JUDGE, OF_REGION)).toMatchObject({
      ...{ sameLevel: true, inTime: true, evidence: '收费单据与合同一致' },
      clarification: expect.stringContaining('刊登日期：2026-03-07') as string,
    });
    const judged = { sameLevel: true, inTime: true, disproved: true };
    const { body } = await media.check(JUDGE, judged, OF_REGION);
    expect(body.variables).toEqual(judged);
    await media.job(ClearExposureWorker, 'media-penalties.clear-exposure');
    expect(await media.events('exposure.cleared')).toMatchObject([{ clarifiedOn: '2026-03-07', storeId: D01 }]);
    expect(await read(exposureNo, 'dian01')).toMatchObject({ state: 'cleared', clarifiedOn: '2026-03-07' });
  });

  it('R11.4 clarified on 8 March, or on 5 March in a lower-level paper: cannot be judged in time or of the same level', async () => {
    await notified();
    await media.complete(ANSWER, clarified({ clarifiedOn: '2026-03-08' }), OF_STORE);
    expect((await media.start(JUDGE, OF_REGION))['inTime']).toBe(false);
    const judged = { sameLevel: true, inTime: true, disproved: true };
    expect(await media.refused(JUDGE, judged, OF_REGION)).toEqual(['inTime clarified-late']);
    expect((await media.check(JUDGE, { ...judged, inTime: false }, OF_REGION)).status).toBe(200);
    const lower = { clarifiedOn: '2026-03-05', clarifiedOutlet: '县报', clarifiedLevel: 'county' };
    await media.complete(ANSWER, clarified(lower), OF_STORE);
    expect(await media.refused(JUDGE, judged, OF_REGION)).toEqual(['sameLevel clarified-lower-level']);
    await confirm({ disputed: true });
    expect(await media.events('exposure.confirmed')).toMatchObject([{ because: 'not-disproved', otherStores: 11 }]);
  });

  it('R11.4 the store’s answer: what it disputes is printed, where and when, and not before the report', async () => {
    await notified();
    expect(await media.refused(ANSWER, { disputed: true }, OF_STORE)).toEqual([
      ...['clarifiedOutlet required', 'clarifiedLevel required', 'clarifiedOn required', 'evidence required'],
    ]);
    expect(await media.refused(ANSWER, clarified({ clarifiedOn: '2026-03-01' }), OF_STORE)).toEqual([
      'clarifiedOn clarified-before-publication',
    ]);
    expect((await media.check(ANSWER, { disputed: false }, OF_STORE)).body.variables).toEqual({ disputed: false });
  });

  it.each([
    ['R11.5', 'newspaper', 1100, 10_000],
    ['R11.6', 'television', 2200, 20_000],
  ])('%s %s, twelve stores: counts as true, %i yuan for the other eleven', async (ruleId, medium, yuan, share) => {
    const exposureNo = await notified({ medium });
    const counted = (await confirm({ medium })) as { otherStores: number; payees: string[] };
    expect(counted).toEqual({ otherStores: 11, payees: STORES.slice(1), linkedCaseNo: null });
    expect(await media.events('exposure.confirmed')).toMatchObject([{ because: 'not-clarified', otherStores: 11 }]);
    const { penaltyNos } = (await media.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', {
      ...{ source: `exposure:${exposureNo}`, storeId: D01, payees: counted.payees },
      penalties: [{ payer: 'store', amountYuan: yuan, kind: 'fine', ruleId }],
    })) as { penaltyNos: string[] };
    expect((await read(exposureNo)).penaltyNos).toEqual(penaltyNos);
    const penalty = await media.as<PenaltyView>('qu', 'GET', `/api/penalties/${penaltyNos[0]}`);
    expect(penalty.body).toMatchObject({ kind: 'media-fine', ruleId, amountFen: yuan * 100 });
    const shares = penalty.body.ledger[0]?.lines.filter(({ amountFen }) => amountFen > 0) ?? [];
    expect(shares.map(({ account, amountFen }) => [account, amountFen])).toEqual(
      STORES.slice(1).map((id) => [`store:${id}`, share]),
    );
  });

  it('R11.5 R11.6 admitted; a company with one store has nobody to pay to', async () => {
    await notified();
    await confirm({ disputed: false });
    expect(await media.events('exposure.confirmed')).toMatchObject([{ because: 'admitted' }]);
    const { body } = await media.as<RegisteredExposure>('dan', 'POST', '/api/exposures', report({ storeId: 'DM-D01' }));
    media.subjectNo = body.exposureNo;
    await media.complete(CHECK, checked({ storeId: 'DM-D01' }), { actorId: 'dan' });
    expect(await confirm()).toEqual({ otherStores: 0, payees: [], linkedCaseNo: null });
  });

  it('R11.5 a store that was closed on the day of publication is no payee', async () => {
    await media.query(
      `INSERT INTO store (store_id, opened_on, closed_on, changed_by, changed_at) VALUES ($1, NULL, '2026-03-01', 'x', now())`,
      [STORES[11]],
    );
    await notified();
    expect(await confirm()).toMatchObject({ otherStores: 10, payees: STORES.slice(1, 11) });
    await media.query(`DELETE FROM store`);
  });

  it('R11.4 the list and the CSV: the region and heads, the exposed store; nobody else', async () => {
    const exposureNo = await notified();
    const seen = async (login: string) =>
      ((await media.as<ExposureList>(login, 'GET', '/api/exposures?limit=200')).body.items ?? []).map(
        (row) => row.exposureNo,
      );
    for (const login of ['qu', 'zhang', 'gm', 'dian01']) expect(await seen(login)).toContain(exposureNo);
    for (const login of ['lin', 'dian02', 'dan']) {
      expect(await seen(login)).not.toContain(exposureNo);
      expect((await media.as(login, 'GET', `/api/exposures/${exposureNo}`)).status).toBe(404);
    }
    expect((await media.as('gu01', 'GET', '/api/exposures')).status).toBe(403);
    expect((await read(exposureNo)).summary).toBe('报道称门店收费不清');
    const csv = await media.as<string>('qu', 'POST', '/api/exposures/export', { state: 'notified' });
    expect(csv.body).toContain(`${exposureNo},${D01},报纸,${paper()},2026-03-02,2026-03-07`);
    const dump = await media.query<{ text: string }>(`SELECT row_to_json(x)::text AS text FROM exposure x`);
    expect(dump.some(({ text }) => text.includes('收费不清'))).toBe(false);
  });
});
