import type { BuildingWarranties, ProjectFacts, ProjectList } from '@huiying/contracts';
import { BUILDING, PROJECT, WarrantyRouting } from '../testing/warranty-kit.js';

interface Refusal {
  errors?: { field: string; code: string; text: string }[];
}

describe('project and housing register over HTTP', () => {
  let kit: WarrantyRouting;
  beforeAll(async () => {
    kit = await WarrantyRouting.open();
  });
  afterAll(() => kit.stop());

  const put = <T = ProjectFacts & Refusal>(login: string, path: string, body: object) =>
    kit.as<T>(login, 'PUT', `/api/projects/${path}`, body);
  const facts = (path: string) => kit.internal<ProjectFacts>(`/internal/projects/${path}`);

  it('R08.1 refuses a project without a type, and names the field in Chinese', async () => {
    const { status, body } = await put('admin', encodeURIComponent('无类型'), { dissolved: false });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field: 'projectType', code: 'required' }]);
    expect(body.errors?.[0]?.text).toMatch(/[\u4e00-\u9fff]/);
    expect((await facts(encodeURIComponent('无类型'))).status).toBe(404);
  });

  it.each(['residential', 'commercial', 'office'])('R08.1 keeps a project of type %s', async (projectType) => {
    expect((await put('admin', `R081-${projectType}`, { projectType })).status).toBe(200);
    expect((await facts(`R081-${projectType}`)).body).toMatchObject({ projectType });
  });

  it('R10.8 a dissolved joint project names its partner, and who changed it stays on record', async () => {
    const name = encodeURIComponent('旧桥里');
    await put('admin', name, { projectType: 'residential' });
    const dissolved = { dissolved: true, ownership: 'joint', agreementParty: 'JZ01' };
    expect((await put('admin', name, dissolved)).body).toMatchObject({ ...dissolved, projectType: 'residential' });
    expect((await facts(name)).body).toMatchObject(dissolved);
    const history = await kit.query<{ before: ProjectFacts | null; changed_by: string }>(
      `SELECT before, changed_by FROM register_history WHERE project_name = $1 ORDER BY seq`,
      ['旧桥里'],
    );
    expect(history).toMatchObject([
      { before: null, changed_by: 'admin' },
      { before: { dissolved: false, agreementParty: null }, changed_by: 'admin' },
    ]);
  });

  it('R10.8 refuses a partner that the directory does not know', async () => {
    const { status, body } = await put('admin', 'X1', { projectType: 'office', agreementParty: 'NO-SUCH' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { field: 'agreementParty', code: 'unknown-unit', text: '通讯录中没有这个单位' },
    ]);
    expect((await facts('X1')).status).toBe(404);
  });

  it('R10.4 R02.9 gives the days of the building, also before its project is on file', async () => {
    const place = encodeURIComponent('未登记园');
    const days = {
      organisationId: 'FH01',
      phase: 'occupied',
      handoverOn: '2026-06-01',
      completionAcceptedOn: '2026-05-08',
    };
    expect((await put('admin', `${place}/buildings/${encodeURIComponent('2幢')}`, days)).status).toBe(200);
    expect((await facts(`${place}?building=${encodeURIComponent('2幢')}`)).body).toMatchObject({
      ...days,
      projectType: null,
    });
    expect((await facts(place)).status).toBe(404);
    const unknown = await put('admin', `${place}/buildings/1`, { organisationId: 'FH01-NONE' });
    expect(unknown.body.errors).toMatchObject([{ field: 'organisationId', code: 'unknown-unit' }]);
    const noDay = await put('admin', `${place}/buildings/1`, { handoverOn: '2026-02-30' });
    expect(noDay).toMatchObject({ status: 400, body: { errors: [{ field: 'handoverOn' }] } });
  });

  it('lists projects by name with a cursor, and the buildings of one', async () => {
    for (let n = 1; n <= 51; n += 1) await put('admin', `Z${String(n).padStart(2, '0')}`, { projectType: 'office' });
    const first = await kit.as<ProjectList>('li', 'GET', '/api/projects');
    expect(first.body.items).toHaveLength(50);
    const names = first.body.items.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => (a < b ? -1 : 1)));
    const rest = await kit.as<ProjectList>(
      'li',
      'GET',
      `/api/projects?cursor=${encodeURIComponent(first.body.next ?? '')}`,
    );
    expect(rest.body.next).toBeNull();
    const found = [...first.body.items, ...rest.body.items].find(({ name }) => name === PROJECT);
    expect(found).toMatchObject({ developer: 'FH01', constructionCompany: 'JZ01', buildings: 1 });
    const buildings = await kit.as('li', 'GET', `/api/projects/${encodeURIComponent(PROJECT)}/buildings`);
    expect(buildings.body).toMatchObject({
      items: [{ building: BUILDING, completionAcceptedOn: '2025-03-10', designLifeYears: null, agreedWarranties: [] }],
    });
  });

  it('takes no field that it does not know', async () => {
    const { status, body } = await put('admin', 'X2', { projectType: 'office', colour: 'red' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'colour', code: 'unknown-field' }]);
  });

  it('access §2 is written by administrators alone, and asked by services alone', async () => {
    for (const login of ['li', 'boss', 'jian']) {
      expect((await put(login, 'X3', { projectType: 'office' })).status).toBe(403);
    }
    expect((await facts('X3')).status).toBe(404);
    expect((await fetch(`${kit.service.url}/internal/projects/X3`)).status).toBe(404);
    expect((await fetch(`${kit.service.internalUrl}/internal/projects/X3`)).status).toBe(401);
  });

  describe('warranty of a building', () => {
    const building = `${encodeURIComponent(PROJECT)}/buildings/${encodeURIComponent(BUILDING)}`;
    const warranty = async (query: string) =>
      (await kit.as<BuildingWarranties>('li', 'GET', `/api/projects/${building}/warranty${query}`)).body;

    it('R02.9 the company’s year chooses who repairs, the law’s period says whether for nothing', async () => {
      const within = await warranty('?component=fitting-out&reportedOn=2026-03-10');
      expect(within.items).toEqual([
        {
          component: 'fitting-out',
          completionAcceptedOn: '2025-03-10',
          internal: { years: 1, until: '2026-03-10', under: true, repairGroup: 'site-project-dept' },
          statutory: { term: 'years', amount: 2, until: '2027-03-10', by: 'law', free: true },
        },
      ]);
      const [after] = (await warranty('?component=fitting-out&reportedOn=2026-03-11')).items;
      expect(after?.internal).toMatchObject({ under: false, repairGroup: 'maintenance-crew' });
      expect(after?.statutory.free).toBe(true);
      const [late] = (await warranty('?component=fitting-out&reportedOn=2027-03-11')).items;
      expect(late?.statutory.free).toBe(false);
    });

    it('R02.9 every component has its period: 5 and 2 years, seasons, the design life, the contract', async () => {
      const { items } = await warranty('?reportedOn=2026-03-02');
      const until = Object.fromEntries(items.map(({ component, statutory }) => [component, statutory.until]));
      expect(until).toEqual({
        foundation: '2075-03-10',
        'main-structure': '2075-03-10',
        'roof-waterproofing': '2030-03-10',
        'wet-room': '2030-03-10',
        'outer-wall-seepage': '2030-03-10',
        heating: '2027-03-15',
        cooling: '2026-09-30',
        electrical: '2027-03-10',
        plumbing: '2027-03-10',
        equipment: '2027-03-10',
        'fitting-out': '2027-03-10',
        other: null,
      });
    });

    it('R02.9 the design documents and the contract say more; a shorter contract does not count', async () => {
      await put('admin', building, {
        designLifeYears: 70,
        agreedWarranties: [
          { component: 'wet-room', until: '2035-03-10' },
          { component: 'plumbing', until: '2026-03-10' },
          { component: 'other', until: '2026-03-01' },
        ],
      });
      const { items } = await warranty('?reportedOn=2026-03-02');
      const of = (component: string) => items.find((one) => one.component === component)?.statutory;
      expect(of('foundation')).toMatchObject({ until: '2095-03-10', by: 'law' });
      expect(of('wet-room')).toMatchObject({ until: '2035-03-10', by: 'contract', free: true });
      expect(of('plumbing')).toMatchObject({ until: '2027-03-10', by: 'law' });
      expect(of('other')).toMatchObject({ until: '2026-03-01', by: 'contract', free: false });
      const wrong = await put('admin', building, { agreedWarranties: [{ component: 'garden', until: '2035-03-10' }] });
      expect(wrong.status).toBe(400);
    });

    it('R02.9 without an acceptance nothing is known, and it says so; an unknown building is not there', async () => {
      const place = `${encodeURIComponent(PROJECT)}/buildings/9`;
      await put('admin', place, { phase: 'construction' });
      const { body } = await kit.as<BuildingWarranties>(
        'li',
        'GET',
        `/api/projects/${place}/warranty?component=wet-room`,
      );
      expect(body).toMatchObject({
        reportedOn: '2026-03-02',
        items: [{ internal: { until: null, under: null }, statutory: { until: null, free: null } }],
      });
      const refused = await kit.as('li', 'GET', `/api/projects/${building}/warranty?component=garden`);
      expect(refused.status).toBe(400);
      expect((await kit.as('li', 'GET', '/api/projects/none/buildings/1/warranty')).status).toBe(404);
    });
  });
});
