import type { ProjectFacts } from '@huiying/contracts';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, serviceRole } from '@huiying/platform';
import { openTestService, type TestService, writeDirectory } from '@huiying/platform/testing';
import type { DataSource } from 'typeorm';
import { WARRANTY_ROUTING_SCHEMA, WarrantyRoutingModule } from '../warranty-routing.module.js';

interface Refusal {
  type: string;
  errors?: { field: string; code: string; text: string }[];
}

describe('project register over HTTP', () => {
  let service: TestService;
  let database: DataSource;

  beforeAll(async () => {
    database = await testDatabase({ ...WARRANTY_ROUTING_SCHEMA, also: [{ name: 'access', migrations: [] }] });
    const url = testDatabaseUrl(database);
    const access = await schemaDataSource(asRole(url, serviceRole('access')), {
      name: 'access',
      migrations: [],
    }).initialize();
    await writeDirectory(access, [
      { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'] } },
      { id: 'FH01', parent: 'JT', orgType: 'developer', staff: { admin: ['administrator'], li: ['customer-service'] } },
      { id: 'HZ01', parent: 'JT', orgType: 'developer', staff: { partner: ['project-head'] } },
    ]);
    await access.destroy();
    service = await openTestService({ module: WarrantyRoutingModule.forRoot(), databaseUrl: url });
  }, 180_000);
  afterAll(async () => {
    await service.stop();
    await closeTestDatabases();
  });

  const put = async <T = ProjectFacts>(login: string, path: string, body: object) => {
    const response = await fetch(`${service.url}/api/projects/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await service.token(login)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const facts = async (path: string) => {
    const response = await fetch(`${service.internalUrl}/internal/projects/${path}`, {
      headers: { authorization: `Bearer ${await service.serviceToken()}` },
    });
    return { status: response.status, body: (await response.json()) as ProjectFacts };
  };

  it('R08.1 refuses a project without a type, and names the field in Chinese', async () => {
    const { status, body } = await put<Refusal>('admin', encodeURIComponent('无类型'), { dissolved: false });
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
    const dissolved = { dissolved: true, ownership: 'joint', agreementParty: 'HZ01' };
    expect((await put('admin', name, dissolved)).body).toMatchObject({ ...dissolved, projectType: 'residential' });
    expect((await facts(name)).body).toMatchObject(dissolved);
    const history = await database.query<{ before: ProjectFacts | null; changed_by: string }[]>(
      `SELECT before, changed_by FROM register_history WHERE project_name = $1 ORDER BY seq`,
      ['旧桥里'],
    );
    expect(history).toMatchObject([
      { before: null, changed_by: 'admin' },
      { before: { dissolved: false, agreementParty: null }, changed_by: 'admin' },
    ]);
  });

  it('R10.8 refuses a partner that the directory does not know', async () => {
    const { status, body } = await put<Refusal>('admin', 'X1', { projectType: 'office', agreementParty: 'NO-SUCH' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { field: 'agreementParty', code: 'unknown-unit', text: '通讯录中没有这个单位' },
    ]);
    expect((await facts('X1')).status).toBe(404);
  });

  it('R10.4 R02.9 gives the days of the building, also before its project is on file', async () => {
    const place = encodeURIComponent('石榴湾');
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
    const unknown = await put<Refusal>('admin', `${place}/buildings/1`, { organisationId: 'FH01-NONE' });
    expect(unknown.body.errors).toMatchObject([{ field: 'organisationId', code: 'unknown-unit' }]);
    const noDay = await put<Refusal>('admin', `${place}/buildings/1`, { handoverOn: '2026-02-30' });
    expect(noDay).toMatchObject({ status: 400, body: { errors: [{ field: 'handoverOn' }] } });
  });

  it('takes no field that it does not know', async () => {
    const { status, body } = await put<Refusal>('admin', 'X2', { projectType: 'office', colour: 'red' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'colour', code: 'unknown-field' }]);
  });

  it('access §2 is written by administrators alone, and asked by services alone', async () => {
    for (const login of ['li', 'boss', 'partner']) {
      expect((await put(login, 'X3', { projectType: 'office' })).status).toBe(403);
    }
    expect((await facts('X3')).status).toBe(404);
    expect((await fetch(`${service.url}/internal/projects/X3`)).status).toBe(404);
    expect((await fetch(`${service.internalUrl}/internal/projects/X3`)).status).toBe(401);
  });
});
