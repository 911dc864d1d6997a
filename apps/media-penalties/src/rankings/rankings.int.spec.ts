import type { RankedStore, RankingList } from '@huiying/contracts';
import { BROKERAGE, MediaPenalties, REGION, STORES } from '../testing/media-penalties-harness.js';
import { ComplaintCountConsumer } from './complaint-count.consumer.js';
import { ImposePenaltiesWorker } from '../penalties/impose-penalties.worker.js';
import { PublishRankingWorker } from './publish-ranking.worker.js';
import { Tallies } from './tallies.js';
import { TallyComplaintsWorker } from './tally-complaints.worker.js';

const SETTLE = 'annual-ranking--settle-open';
const APPROVE = 'annual-ranking--approve-ranking';
const [A = '', B = '', C = '', D = ''] = STORES;

interface Tallied {
  stores: RankedStore[];
  undetermined: number;
}

describe('the ranking of a year', () => {
  let company: MediaPenalties;
  let n = 0;

  beforeAll(async () => {
    company = await MediaPenalties.open('2027-01-01T09:00:00+08:00');
  });
  afterAll(() => company.stop());
  beforeEach(async () => {
    await company.query(`DELETE FROM media_penalties.counted_complaint`);
    company.subjectNo = `${REGION}:2026`;
  });

  const consumer = () => company.get(ComplaintCountConsumer);
  /** Complaints of customers against a store, accepted; `malicious` undefined: nobody judged them. */
  async function complaints(storeId: string, count: number, malicious?: boolean, facts: Record<string, unknown> = {}) {
    const numbers: string[] = [];
    for (let i = 0; i < count; i++) {
      const caseNo = `TS-${BROKERAGE}-20260302-${String(++n).padStart(4, '0')}`;
      const kind = (facts['kind'] as string | undefined) ?? 'brokerage-store';
      company.caseIs(caseNo, { kind, respondentUnitId: storeId, receivedOn: '2026-03-02', ...facts });
      company.neighbours.registrations.set(caseNo, {
        ...{ caseNo, subject: '诚意金不退', description: '拖了三周', demand: null, project: null, building: null },
        ...{ explanation: null, seriousReport: null, appeal: null, authorityReply: null },
      });
      const accepted = {
        caseNo,
        orgId: BROKERAGE,
        at: '',
        actorId: 'system',
        admission: 'accept',
        kind,
        ownerGroup: 'intake-desk',
      };
      await company.hear('case.accepted', accepted, (event, context) => consumer().accepted(event, context));
      if (malicious !== undefined) {
        const judged = { caseNo, orgId: BROKERAGE, storeId, malicious, actorId: 'qu' };
        await company.hear('fault.judged', judged, (event, context) => consumer().judged(event, context));
      }
      numbers.push(caseNo);
    }
    return numbers;
  }
  const tally = (more: Record<string, unknown> = {}) =>
    company.job(TallyComplaintsWorker, 'media-penalties.tally-complaints', {
      unitId: REGION,
      period: '2026',
      ...more,
    }) as Promise<unknown> as Promise<Tallied>;
  const counted = ({ stores }: Tallied) =>
    stores.filter(({ counted: count }) => count > 0).map(({ storeId, rank, counted: count }) => [storeId, rank, count]);

  it('R11.9 9, 7, 7, 5: counted by store, equal counts share a rank', async () => {
    for (const [storeId, count] of [
      [A, 9],
      [B, 7],
      [C, 7],
      [D, 5],
    ] as const)
      await complaints(storeId, count, false);
    const found = await tally();
    expect(counted(found)).toEqual([
      [A, 1, 9],
      [B, 2, 7],
      [C, 2, 7],
      [D, 4, 5],
    ]);
    expect(found.stores).toHaveLength(STORES.length);
    expect(found.undetermined).toBe(0);
  });

  it('R11.9 R11.3 3 malicious of 9: counts 6', async () => {
    await complaints(A, 6, false);
    await complaints(A, 3, true);
    expect(counted(await tally())).toEqual([[A, 1, 6]]);
  });

  it('R11.9 R11.13 a title certificate, a complaint between stores, another year: not counted; a consultant’s counts for the store', async () => {
    await complaints(A, 1, false, { kind: 'title-certificate' });
    await complaints(A, 1, undefined, { kind: 'inter-store' });
    await complaints(A, 1, false, { receivedOn: '2025-12-31' });
    await complaints(A, 1, false, { receivedOn: '2027-01-01' });
    await complaints(B, 1, false, { kind: 'brokerage-consultant', respondentUnitId: null, respondentPersonId: 'gu02' });
    await complaints(A, 1, false, { receivedOn: '2026-12-31' });
    expect(counted(await tally())).toEqual([
      [A, 1, 1],
      [B, 1, 1],
    ]);
  });

  it('R11.9 a refused complaint never comes: only what was accepted is heard of', async () => {
    const found = await tally();
    expect(counted(found)).toEqual([]);
    expect(found.stores.every(({ rank, counted: count }) => rank === 1 && count === 0)).toBe(true);
  });

  it('R11.9 R11.3 undecided ones wait for the region, which says of each; what it says is counted', async () => {
    await complaints(A, 2, false);
    const [first = '', second = ''] = await complaints(A, 2);
    expect((await tally()).undetermined).toBe(2);
    const opened = await company.start(SETTLE);
    expect(opened['cases']).toMatchObject([
      { caseNo: first, store: A, receivedOn: '2026-03-02', state: '已交办', matter: '诚意金不退\n拖了三周' },
      { caseNo: second },
    ]);
    expect(opened['openCases']).toEqual([first, second].map((value) => ({ value, label: `${value} ${A}` })));
    const half = { cases: [{ caseNo: first, malicious: true }, { caseNo: second }], reason: '年终认定' };
    expect(await company.refused(SETTLE, half)).toEqual(['cases.1.malicious required']);
    const all = {
      ...half,
      cases: [
        { caseNo: first, malicious: true },
        { caseNo: second, malicious: false },
      ],
    };
    const outcomeId = await company.complete(SETTLE, all, { actorId: 'qu' });
    const found = await tally({ outcomeId });
    expect([found.undetermined, counted(found)]).toEqual([0, [[A, 1, 3]]]);
    // The region's own word later, or a second run of the job, changes nothing of it.
    expect(counted(await tally({ outcomeId }))).toEqual([[A, 1, 3]]);
  });

  it('R11.9 a child that followed its master counts as its master was judged', async () => {
    const [master = ''] = await complaints(A, 1, true);
    await complaints(A, 1, undefined, { masterNo: master });
    expect(await tally()).toMatchObject({ undetermined: 0 });
    expect(counted(await tally())).toEqual([]);
  });

  it('R11.9 only stores that did business in the year and region are ranked', async () => {
    await company.as('qu', 'PUT', `/api/stores/${D}`, { closedOn: '2025-12-31' });
    expect((await tally()).stores.map(({ storeId }) => storeId)).not.toContain(D);
    await company.as('qu', 'PUT', `/api/stores/${D}`, { closedOn: '2026-01-01' });
    expect((await tally()).stores.map(({ storeId }) => storeId)).toContain(D);
    const other = await company.job(TallyComplaintsWorker, 'media-penalties.tally-complaints', {
      unitId: `${BROKERAGE}-QY2`,
      period: '2026',
    });
    expect(other).toEqual({ stores: [], undetermined: 0 });
  });

  it('R11.9 the head sees the table with fines; published, everybody of the company reads it, nobody else', async () => {
    await complaints(A, 3, false);
    await complaints(B, 1, false);
    const { stores } = await tally();
    const opened = await company.start(APPROVE, { actorId: 'zhang' });
    expect(opened['table']).toContain(`第 1 名，${A}，3 件，罚款 ¥2,000.00：TS-`);
    expect(opened['table']).toContain(`第 2 名，${B}，1 件，罚款 ¥1,500.00：TS-`);
    expect(await company.refused(APPROVE, {})).toEqual(['approved required', 'opinion required']);
    await company.complete(APPROVE, { approved: true, opinion: '同意' }, { actorId: 'zhang' });
    const fines = [
      { storeId: A, fineYuan: 2000 },
      { storeId: B, fineYuan: 1500 },
    ];
    await company.job(PublishRankingWorker, 'media-penalties.publish-ranking', {
      unitId: REGION,
      period: '2026',
      stores,
      fines,
    });
    expect((await company.events('ranking.published', REGION)).at(-1)).toMatchObject({ regionId: REGION, year: 2026 });
    const list = (await company.as<RankingList>('gu07', 'GET', `/api/rankings?regionId=${REGION}&year=2026`)).body;
    expect(list.items).toHaveLength(1);
    const hidden = { cases: null, fine: null, now: null };
    expect(list.items[0]?.stores.slice(0, 2)).toEqual([
      { storeId: A, storeName: A, rank: 1, counted: 3, fineFen: 200_000, openedOn: null, closedOn: null, ...hidden },
      { storeId: B, storeName: B, rank: 2, counted: 1, fineFen: 150_000, openedOn: null, closedOn: null, ...hidden },
    ]);
    expect((await company.as<RankingList>('dan', 'GET', '/api/rankings')).body.items).toEqual([]);
    expect((await company.as('gu07', 'GET', '/api/rankings?year=26')).status).not.toBe(200);
    expect((await company.as(null, 'GET', '/api/rankings')).status).toBe(401);
  });

  /** Tallied, approved, fined and published. */
  async function published(): Promise<void> {
    const { stores } = await tally();
    const fines = stores.map((store) => ({ storeId: store.storeId, fineYuan: company.get(Tallies).fineOf(store) }));
    const fined = fines.filter(({ fineYuan }) => fineYuan > 0);
    await company.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', {
      source: `ranking:${REGION}:2026`,
      penalties: fined.map(({ storeId, fineYuan }) => ({
        ...{ payer: storeId, amountYuan: fineYuan, kind: 'fine', ruleId: 'R11.9' },
      })),
    });
    const ranking = { unitId: REGION, period: '2026', stores, fines };
    await company.job(PublishRankingWorker, 'media-penalties.publish-ranking', ranking);
  }
  const placeOf = async (login: string, storeId: string) => {
    const path = `/api/rankings?regionId=${REGION}&year=2026`;
    const { items } = (await company.as<RankingList>(login, 'GET', path)).body;
    return items[0]?.stores.find((place) => place.storeId === storeId);
  };
  const judge = (caseNo: string, storeId: string, malicious: boolean) =>
    company.hear('fault.judged', { caseNo, orgId: BROKERAGE, storeId, malicious, actorId: 'qu' }, (event, context) =>
      consumer().judged(event, context),
    );

  it('R11.9 a place can be explained: which complaints counted, which did not, which fine; the region of all stores, a head of the own', async () => {
    const counting = await complaints(A, 2, false);
    const [left = ''] = await complaints(A, 1, true);
    await complaints(B, 2, false);
    await complaints(C, 1, false);
    await company.as('qu', 'PUT', `/api/stores/${C}`, { openedOn: '2026-07-01', closedOn: '2027-03-31' });
    await published();
    const opened = await company.start(APPROVE, { actorId: 'zhang' });
    expect(opened['table']).toContain(`第 1 名（并列），${A}，2 件，罚款 ¥2,000.00：${counting.join('、')}`);
    expect(opened['table']).toContain(`第 3 名，${C}（2026-07-01 开业），1 件，罚款 ¥1,000.00：TS-`);
    expect(opened['leftOut']).toContain(`恶意投诉 1 件不计：${left}（${A}）`);

    const mine = await placeOf('dian01', A);
    expect(mine).toMatchObject({ rank: 1, counted: 2, fineFen: 200_000, now: null });
    expect(mine?.cases).toEqual([
      ...counting.map((no) => ({ no, receivedOn: '2026-03-02', counted: true, countsNow: true })),
      { no: left, receivedOn: '2026-03-02', counted: false, countsNow: false },
    ]);
    expect(mine?.fine).toMatchObject({ penaltyNo: expect.stringMatching(/^CF-/) as string, state: 'imposed' });
    expect(await placeOf('dian01', B)).toMatchObject({ rank: 1, counted: 2, cases: null, fine: null, now: null });
    expect(await placeOf('dian01', C)).toMatchObject({ openedOn: '2026-07-01', closedOn: null });
    for (const login of ['qu', 'zhang', 'gm', 'cai'])
      expect((await placeOf(login, B))?.cases?.map(({ counted: one }) => one)).toEqual([true, true]);
    expect(await placeOf('gu01', A)).toMatchObject({ cases: null, fine: null });
    await company.as('qu', 'PUT', `/api/stores/${C}`, { openedOn: null, closedOn: null });
  });

  it('R11.9 R11.3 judged anew after the publication: the page says what changed and what the place would be, the fine can be revoked', async () => {
    const [first = ''] = await complaints(A, 2, false);
    await complaints(B, 1, false);
    const [open = ''] = await complaints(B, 1);
    await judge(open, B, true);
    await published();
    await judge(first, A, true);
    await judge(open, B, false);
    const after = await placeOf('zhang', A);
    expect(after).toMatchObject({ rank: 1, counted: 2, now: { rank: 2, counted: 1, fineFen: 150_000 } });
    expect(after?.cases?.find(({ no }) => no === first)).toMatchObject({ counted: true, countsNow: false });
    expect(await placeOf('dian02', B)).toMatchObject({ counted: 1, now: { rank: 1, counted: 2, fineFen: 200_000 } });
    expect((await placeOf('dian02', A))?.now).toBeNull();
    // Found to be another store's: it leaves the one and comes to the other.
    await judge(open, D, false);
    const left = (await placeOf('dian02', B))?.cases?.find(({ no }) => no === open);
    expect(left).toMatchObject({ counted: false, countsNow: false });
    const come = (await placeOf('qu', D))?.cases;
    expect(come).toMatchObject([{ no: open, counted: false, countsNow: true }]);
    const penaltyNo = after?.fine?.penaltyNo ?? '';
    const revocation = { because: 'review', reason: '复查后不计入' };
    expect((await company.as('zhang', 'POST', `/api/penalties/${penaltyNo}/revocation`, revocation)).status).toBe(200);
    expect((await placeOf('dian01', A))?.fine).toMatchObject({ penaltyNo, state: 'revoked' });
  });
});
