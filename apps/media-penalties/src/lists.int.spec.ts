import type { DisputeView, RegisteredExposure, StoreList } from '@huiying/contracts';
import { DivertedDisputesConsumer } from './disputes/diverted-disputes.consumer.js';
import { AcceptedExposuresConsumer } from './exposures/accepted-exposures.consumer.js';
import { ImposePenaltiesWorker } from './penalties/impose-penalties.worker.js';
import { BROKERAGE, MediaPenalties, REGION, STORES } from './testing/media-penalties-harness.js';

const SECOND = `${BROKERAGE}-QY2`;
const [D01 = '', D02 = ''] = STORES;
/** One of each: headquarters, finance, desk, both regions, a second head who is left out, stores, consultants, another company. */
const PEOPLE = [
  'gm',
  'boss',
  'cai',
  'desk',
  'qu',
  'zhang',
  'zhao',
  'lin',
  'luo',
  'dian01',
  'dian02',
  'dian03',
  'gu01',
  'dan',
  'du',
];
const CONFLICTED = 'TS-JJ01-20260302-0701';

describe('every list shows what opens by itself, to everybody', () => {
  let company: MediaPenalties;
  const started = async (name: string, no: string) =>
    (await company.messages(name)).find(({ key }) => key === no)?.variables;
  /** Who reads it, of the offices and heads of the two regions. */
  const readersOf = async (list: string, no: string) => {
    const readers: string[] = [];
    for (const login of ['qu', 'zhang', 'lin', 'luo', 'gm'])
      if ((await company.as(login, 'GET', `/api/${list}/${no}`)).status === 200) readers.push(login);
    return readers;
  };

  beforeAll(async () => {
    company = await MediaPenalties.open();
    company.clock.set('2026-03-02T10:00:00+08:00');
    await company.query(
      `INSERT INTO access.case_facts (case_no, org_id, received_by, class, contact_released, open)
       VALUES ($1, $2, $2, 'internal', false, true)`,
      [CONFLICTED, BROKERAGE],
    );
    await company.query(
      `INSERT INTO access.case_relation (case_no, rel, person_id, source) VALUES ($1, 'conflicted', 'zhao', 'intake:recusal')`,
      [CONFLICTED],
    );
  });
  afterAll(() => company.stop());

  let papers = 0;
  const register = async (login: string, storeId?: string) => {
    const report = {
      medium: 'newspaper',
      outlet: `城市晚报${++papers}`,
      publishedOn: '2026-03-02',
      mediaLevel: 'municipal',
    };
    const { status, body } = await company.as<RegisteredExposure>(login, 'POST', '/api/exposures', {
      ...report,
      ...(storeId ? { storeId } : {}),
    });
    expect(status).toBe(201);
    return body.exposureNo;
  };
  const accepted = async (caseNo: string, respondentUnitId: string | null) => {
    company.subjectNo = caseNo;
    company.caseIs(caseNo, { respondentUnitId, respondentPersonId: null });
    const mediaExposure = { medium: 'newspaper', outlet: `晨报${++papers}`, publishedOn: '2026-03-02' };
    const consumer = company.get(AcceptedExposuresConsumer);
    await company.hear('case.accepted', { caseNo, orgId: BROKERAGE, mediaExposure }, (event, context) =>
      consumer.accepted(event, context),
    );
    const [row] = await company.query<{ no: string }>(`SELECT exposure_no AS no FROM exposure WHERE case_no = $1`, [
      caseNo,
    ]);
    return row?.no ?? '';
  };
  const diverted = async (caseNo: string, respondentUnitId: string | null) => {
    company.subjectNo = caseNo;
    company.caseIs(caseNo, { ...{ kind: 'inter-store', state: 'not-accepted', ownerId: 'desk' }, respondentUnitId });
    company.neighbours.registrations.set(caseNo, {
      ...{ caseNo, subject: '店间纠纷', description: '客户归属有争议', demand: null, project: null, building: null },
      ...{ explanation: null, seriousReport: null, appeal: null, authorityReply: null },
    });
    const consumer = company.get(DivertedDisputesConsumer);
    const data = { caseNo, orgId: BROKERAGE, target: 'inter-store-dispute' };
    await company.hear('case.diverted', data, (event, context) => consumer.diverted(event, context));
    const [row] = await company.query<{ no: string }>(`SELECT dispute_no AS no FROM dispute WHERE case_no = $1`, [
      caseNo,
    ]);
    return row?.no ?? '';
  };

  it('R11.4 an exposure without a known store is read by the region that checks it, and the heads above', async () => {
    const first = ['qu', 'zhang', 'gm'];
    for (const exposureNo of [
      await register('desk'),
      await register('qu'),
      await accepted('TS-JJ01-20260302-0702', null),
    ]) {
      // The process names the unit whose office has the task.
      expect(await started('start-media-exposure', exposureNo)).toMatchObject({ storeId: null, regionId: REGION });
      expect(await readersOf('exposures', exposureNo)).toEqual(first);
    }
    // A region that registers one checks it itself.
    const second = await register('lin');
    expect(await started('start-media-exposure', second)).toMatchObject({ storeId: null, regionId: SECOND });
    expect(await readersOf('exposures', second)).toEqual(['lin', 'luo', 'gm']);
    // With a store it is the store's, and its region's.
    const known = await register('desk', D02);
    expect(await started('start-media-exposure', known)).toMatchObject({ storeId: D02, regionId: REGION });
    expect(await readersOf('exposures', known)).toEqual(first);
    // A company without regions: its own office.
    const small = await register('dan');
    expect(await started('start-media-exposure', small)).toMatchObject({ storeId: null, regionId: 'DM' });
    expect((await company.as('dan', 'GET', `/api/exposures/${small}`)).status).toBe(200);
  });

  it('R11.12 a dispute of which a store is not known is read by the region that names it, and the heads above', async () => {
    for (const [caseNo, respondent] of [
      ['TS-JJ01-20260302-0703', null],
      ['TS-JJ01-20260302-0704', D01],
    ] as const) {
      const disputeNo = await diverted(caseNo, respondent);
      expect(await started('start-inter-store-dispute', disputeNo)).toMatchObject({
        parties: [REGION],
        regionId: REGION,
      });
      expect(await readersOf('disputes', disputeNo)).toEqual(['qu', 'zhang', 'gm']);
    }
  });

  describe('with some of everything', () => {
    beforeAll(async () => {
      await accepted(CONFLICTED, D01);
      const body = { complainingStoreId: D01, respondentStoreId: D02, description: '抢客户' };
      expect((await company.as<DisputeView>('dian01', 'POST', '/api/disputes', body)).status).toBe(201);
      for (const caseNo of [CONFLICTED, 'TS-JJ01-20260302-0705'])
        await company.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', {
          ...{ caseNo, source: `case:${caseNo}`, storeId: D01, consultantId: 'gu01' },
          penalties: [
            { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1' },
            { payer: 'consultant', amountYuan: 100, kind: 'fine', ruleId: 'R11.2' },
          ],
        });
    });

    describe.each([
      ['exposures', 'exposureNo', 'exposure', 'exposure_no'],
      ['disputes', 'disputeNo', 'dispute', 'dispute_no'],
      ['penalties', 'penaltyNo', 'penalty', 'penalty_no'],
    ])('%s', (list, number, table, column) => {
      it.each(PEOPLE)('R11.4 R11.7 R11.12 access.md §2 %s', async (login) => {
        const rows = await company.query<{ no: string }>(`SELECT ${column} AS no FROM ${table}`);
        const { listed, opened } = await company.listedAndOpened(login, {
          ...{ list: `/api/${list}`, number, open: (no) => `/api/${list}/${no}`, numbers: rows.map(({ no }) => no) },
        });
        expect(listed).toEqual(opened);
        if (login === 'gm') expect(listed.length).toBeGreaterThan(2);
        if (login === 'gu01') expect(listed).toEqual([]);
      });
    });

    it.each(PEOPLE)('R11.9 access.md §2 stores have no page of their own: %s reads those below', async (login) => {
      const { body } = await company.as<Partial<StoreList>>(login, 'GET', '/api/stores');
      const own: Record<string, string[]> = { dan: ['DM-D01'] };
      for (const name of ['gm', 'boss', 'qu', 'zhang', 'zhao']) own[name] = STORES;
      expect((body.items ?? []).map(({ storeId }) => storeId)).toEqual(own[login] ?? []);
    });
  });
});
