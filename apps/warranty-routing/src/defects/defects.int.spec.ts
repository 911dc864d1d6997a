import { BUILDING, PROJECT, WarrantyRouting } from '../testing/warranty-kit.js';
import { ConcentratedDefectsConsumer } from './concentrated-defects.consumer.js';
import { DivertedDefectsConsumer } from './diverted-defects.consumer.js';
import { FileAnalysisWorker } from './file-analysis.worker.js';
import { RecordDefectWorker } from './record-defect.worker.js';

let kit: WarrantyRouting;
beforeAll(async () => {
  kit = await WarrantyRouting.open();
});
afterAll(() => kit.stop());

const ASSIGN = 'delivery-defect--assign-defect';
const ASSIGNED = {
  project: PROJECT,
  building: BUILDING,
  component: 'wet-room',
  defectType: 'leak',
  repairGroup: 'site-project-dept',
  plannedOn: '2026-07-31',
};

const filed = async (login: string, body: object) => kit.as(login, 'POST', '/api/defects', body);

/** A defect of the developer, found on a day; the kit's subject from now on. */
async function found(on: string, more: object = {}): Promise<string> {
  kit.clock.set(`${on}T10:00:00+08:00`);
  const { status, body } = await filed('li', {
    project: PROJECT,
    building: BUILDING,
    description: '窗台渗水',
    ...more,
  });
  if (status !== 201) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
  kit.subjectNo = String(body['defectNo']);
  return kit.subjectNo;
}

/** What a list shows; nothing where it is refused. */
const page = async (login: string, query: string): Promise<unknown[]> =>
  (await kit.as<{ items?: unknown[] }>(login, 'GET', `/api/defects?${query}`)).body.items ?? [];

/** Assigned, rectified and accepted the same day; answers how many of its kind there were. */
async function rectified(given: object = {}): Promise<number> {
  await kit.complete(ASSIGN, { ...ASSIGNED, plannedOn: '2026-12-31', ...given }, { actorId: 'li' });
  await kit.complete('delivery-defect--rectify', { course: '打胶', result: '不渗' }, { actorId: 'xiang' });
  await kit.complete('delivery-defect--accept-rectification', { passed: true }, { actorId: 'li' });
  return record();
}

async function record(given: object = {}): Promise<number> {
  const output = await kit.job(RecordDefectWorker, 'warranty-routing.record-defect', {
    orgId: 'FH01',
    orgType: 'developer',
    ...ASSIGNED,
    ...given,
  });
  return (output as { count: number }).count;
}

describe('where a defect comes from', () => {
  it('R10.4 a complaint of day 50 is diverted: a defect with its own number and process, once', async () => {
    const caseNo = kit.fresh({ orgId: 'FH01', orgType: 'developer', receivedOn: '2026-07-21' });
    kit.clock.set('2026-07-21T17:30:00+08:00');
    const consumer = kit.get(DivertedDefectsConsumer);
    const hear = (target: string) =>
      kit.hear('case.diverted', { caseNo, target, admission: 'divert' }, (event, context) =>
        consumer.diverted(event, context),
      );
    await hear('measure-follow-up');
    expect(await kit.messages('start-delivery-defect')).toEqual([]);
    await hear('delivery-defect');
    await hear('delivery-defect');
    expect(await kit.messages('start-delivery-defect')).toMatchObject([
      {
        key: 'QX-FH01-20260721-0001',
        variables: {
          subjectNo: 'QX-FH01-20260721-0001',
          orgId: 'FH01',
          orgType: 'developer',
          ownerGroup: 'project-customer-service',
          posts: { emergencyLead: ['emergency-leading-group'] },
        },
      },
    ]);
    const opened = await kit.start(ASSIGN, { subjectNo: 'QX-FH01-20260721-0001', actorId: 'li' });
    expect(opened).toMatchObject({ project: PROJECT, building: BUILDING, component: null });
    expect(opened['projects']).toContainEqual({ value: PROJECT, label: PROJECT });
    expect(opened['defect']).toContain(`来自投诉：${caseNo}`);
    expect(opened['defect']).toContain('楼上卫生间漏到天花板');
    expect(opened['warranty']).toContain('【屋面防水】');
  });

  it('R10.4 the desk and customer service register one by hand; what it says is sealed; nobody else, and for no other organisation', async () => {
    const defectNo = await found('2026-06-10', { component: 'outer-wall-seepage', defectType: 'leak' });
    expect(defectNo).toMatch(/^QX-FH01-20260610-\d{4}$/);
    const opened = await kit.start(ASSIGN, { actorId: 'li' });
    expect(opened['defect']).toContain('窗台渗水');
    // R02.9: whoever assigns may find another component, and sees its terms.
    for (const block of ['【外墙面防渗漏】', '【屋面防水】']) expect(opened['warranty']).toContain(block);
    const [row] = await kit.query<{ description_enc: string }>(
      `SELECT description_enc FROM defect WHERE defect_no = $1`,
      [defectNo],
    );
    expect(row?.description_enc).not.toContain('窗台');
    const body = { project: PROJECT, description: '门锁失灵' };
    expect((await filed('desk', body)).status).toBe(201);
    expect((await filed('jian', body)).status).toBe(403);
    expect((await filed('li', { ...body, organisationId: 'WY01' })).status).toBe(422);
    expect((await filed('li', { project: PROJECT })).status).toBe(422);
    expect((await filed('li', { ...body, unknown: 1 })).status).toBe(400);
  });

  it('R10.4 the list says what was found, numbers covered; of a complaint what it says, with its case; one alone by its number', async () => {
    const own = await found('2026-07-30', { description: '窗台渗水，请打 13812345678' });
    const caseNo = kit.fresh({ orgId: 'FH01', orgType: 'developer', receivedOn: '2026-07-31' });
    await kit.hear('case.diverted', { caseNo, target: 'delivery-defect', admission: 'divert' }, (event, context) =>
      kit.get(DivertedDefectsConsumer).diverted(event, context),
    );
    const list = (query = '') =>
      kit.as<{ items: { defectNo: string; caseNo: string | null; description: string }[] }>(
        'li',
        'GET',
        `/api/defects${query}`,
      );
    const items = (await list()).body.items;
    expect(items.find(({ defectNo }) => defectNo === own)?.description).toBe('窗台渗水，请打 138****5678');
    const diverted = items.find((one) => one.caseNo === caseNo);
    expect(diverted?.description).toContain('楼上卫生间漏到天花板');
    expect((await list(`?number=${own}`)).body.items.map(({ defectNo }) => defectNo)).toEqual([own]);
    const known = await kit.internal(`/internal/diverted-defects/${caseNo}`);
    expect(known).toMatchObject({ status: 200, body: { number: diverted?.defectNo } });
    expect((await kit.internal('/internal/diverted-defects/TS-NONE')).status).toBe(404);
  });

  it('R10.4 access.md §2 the list shows what is found by its number, to everybody; a region has those of its companies', async () => {
    await found('2026-08-01');
    const numbers = (await kit.query<{ no: string }>(`SELECT defect_no AS no FROM defect`)).map(({ no }) => no);
    const shown: Record<string, number> = {};
    for (const login of ['li', 'desk', 'yan', 'pian', 'lin', 'tuan', 'boss', 'zhu', 'guan', 'jian', 'xiang', 'admin']) {
      const open = async (number: string) => (await page(login, `number=${number}`)).length === 1;
      const listed = await kit.listedAndOpened(login, {
        ...{ list: '/api/defects', number: 'defectNo', numbers: [], open: (number) => number },
      });
      const opened: string[] = [];
      for (const number of numbers) if (await open(number)) opened.push(number);
      expect([login, listed.listed]).toEqual([login, opened.sort()]);
      shown[login] = opened.length;
    }
    const all = numbers.length;
    expect(shown).toMatchObject({
      li: all,
      desk: all,
      yan: all,
      pian: all,
      tuan: all,
      lin: 0,
      zhu: 0,
      boss: 0,
      xiang: 0,
    });
  });

  it('R10.4 those of one’s own organisations are listed, newest first, all of them to the group', async () => {
    const defectNo = await found('2026-08-01');
    const { body } = await kit.as<{ items: { defectNo: string; state: string }[] }>('li', 'GET', '/api/defects');
    expect(body.items[0]).toMatchObject({ defectNo, state: 'registered' });
    const again = await kit.as<{ items: unknown[] }>('li', 'GET', `/api/defects?cursor=${defectNo}`);
    expect(again.body.items.length).toBe(body.items.length - 1);
    expect((await kit.as<{ items: unknown[] }>('tuan', 'GET', '/api/defects')).body.items.length).toBeGreaterThan(0);
    expect((await kit.as<{ items: unknown[] }>('zhu', 'GET', '/api/defects')).body.items).toEqual([]);
    expect((await kit.as('jian', 'GET', '/api/defects')).status).toBe(403);
  });
});

describe('rectification', () => {
  it('R10.4 goes to the builder’s unit of the project, by the planned day; refuses what no one can do', async () => {
    await found('2026-06-12');
    const { body } = await kit.check(ASSIGN, ASSIGNED);
    expect(body.variables).toEqual({
      component: 'wet-room',
      defectType: 'leak',
      repairGroup: 'site-project-dept',
      repairUnit: 'JZ01-XM',
      plannedOn: '2026-07-31',
    });
    expect(
      await kit.refused(ASSIGN, { ...ASSIGNED, project: '', repairGroup: 'nobody', plannedOn: '2026-06-11' }),
    ).toEqual(['project required', 'repairGroup unknown-role', 'plannedOn in-the-past']);
  });

  it('R10.4 whoever rectified it does not accept it; not passed is rectified again; in time is judged by the last time', async () => {
    await found('2026-06-15');
    await kit.complete(ASSIGN, { ...ASSIGNED, plannedOn: '2026-06-20' }, { actorId: 'li' });
    await kit.complete('delivery-defect--rectify', { course: '打胶', result: '不渗' }, { actorId: 'xiang' });
    const own = await kit.check('delivery-defect--accept-rectification', { passed: true }, { actorId: 'xiang' });
    expect(own).toMatchObject({ status: 403, body: { type: 'same-person' } });
    await kit.complete(
      'delivery-defect--accept-rectification',
      { passed: false, ownerOpinion: '仍渗' },
      { actorId: 'li' },
    );
    kit.clock.set('2026-06-21T09:00:00+08:00');
    await kit.complete('delivery-defect--rectify', { course: '重做', result: '不渗' }, { actorId: 'xiang' });
    const opened = await kit.start('delivery-defect--accept-rectification', { actorId: 'li' });
    expect(opened['rectification']).toContain('仍渗');
    expect(opened['rectification']).toContain('重做');
    await kit.complete('delivery-defect--accept-rectification', { passed: true }, { actorId: 'li' });
    await record();
    expect(await kit.events('defect.rectified')).toEqual([]);
    const told = await kit.events('defect.rectified', 'FH01');
    expect(told.at(-1)).toMatchObject({ defectType: 'leak', component: 'wet-room', onTime: false });
  });
});

describe('concentration', () => {
  const elsewhere = { project: '豆蔻台', building: '5幢', defectType: 'crack' };

  it('R10.4 the fifth of its kind in 30 days: counted, told with its window, analysed and filed with the group', async () => {
    const counts: number[] = [];
    for (const day of ['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22']) {
      await found(day, elsewhere);
      counts.push(await rectified(elsewhere));
    }
    expect(counts).toEqual([1, 2, 3, 4]);
    await found('2026-06-23', { ...elsewhere, defectType: 'hollow' });
    expect(await rectified({ ...elsewhere, defectType: 'hollow' })).toBe(1);
    const fifth = await found('2026-07-01', elsewhere);
    expect(await rectified(elsewhere)).toBe(5);

    const consumer = kit.get(ConcentratedDefectsConsumer);
    await kit.hear(
      'task.created',
      { process: 'delivery-defect', element: 'analyse', subjectNo: fifth },
      (event, context) => consumer.analysisAsked(event, context),
    );
    const [concentrated] = (await kit.events('defect.concentrated', 'crack')).slice(-1);
    expect(concentrated).toMatchObject({ defectType: 'crack', count: 5, windowDays: 30 });

    const { defects } = await kit.start('delivery-defect--analyse', { actorId: 'yan' });
    expect(defects).toContain('5 件');
    expect(await kit.refused('delivery-defect--analyse', { scope: '全幢', reasons: '' })).toEqual([
      'reasons required',
      'measures required',
    ]);
    const said = { scope: '全幢', reasons: '养护不足', measures: '全面排查' };
    const outcomeId = await kit.complete('delivery-defect--analyse', said, { actorId: 'yan' });
    await kit.job(FileAnalysisWorker, 'warranty-routing.file-analysis', {
      orgId: 'FH01',
      orgType: 'developer',
      defectType: 'crack',
      outcomeId,
    });
    expect((await kit.events('analysis.filed', `${fifth}-F`)).at(-1)).toMatchObject({ defectType: 'crack' });
    const { analysis } = await kit.start('delivery-defect--group-files', { actorId: 'tuan' });
    expect(analysis).toContain('养护不足');
    await kit.complete('delivery-defect--group-files', { opinion: '同意备案' }, { actorId: 'tuan' });
    expect(
      await kit.query(`SELECT count, analysed_by, filed_by FROM defect_analysis WHERE defect_no = $1`, [fifth]),
    ).toEqual([{ count: 5, analysed_by: 'yan', filed_by: 'tuan' }]);
  });

  it('R10.4 the window is the operator’s: 31 days after the first it is the fourth', async () => {
    await found('2026-07-02', elsewhere);
    expect(await rectified(elsewhere)).toBe(5);
    const other = { ...elsewhere, defectType: 'finish' };
    const counts: number[] = [];
    for (const day of ['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22', '2026-07-02']) {
      await found(day, other);
      counts.push(await rectified(other));
    }
    expect(counts).toEqual([1, 2, 3, 4, 4]);
  });
});
