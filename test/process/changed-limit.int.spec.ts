import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { ParameterChangeView, PublicProcedure } from '@huiying/contracts';
import { eventLogMigrations } from '@huiying/events';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, serviceRole } from '@huiying/platform';
import { ManualClock, openTestService, type TestService, writeDirectory } from '@huiying/platform/testing';
import { serviceSchema } from '@huiying/service';
import { ModelDeployer, PublishedModels } from '@huiying/zeebe';
import type { DataSource } from 'typeorm';
import { intakeSchema } from '../../apps/intake/src/intake.schema.js';
import { IntakeModule } from '../../apps/intake/src/intake.module.js';
import { StudioModule } from '../../apps/studio/src/studio.module.js';
import { STUDIO } from '../../apps/studio/src/studio.parts.js';
import { Deadlines } from '../../apps/tasklist/src/deadlines/deadlines.service.js';
import { TASKLIST } from '../../apps/tasklist/src/schema.js';
import { TasklistModule } from '../../apps/tasklist/src/tasklist.module.js';

@Module({ imports: [StudioModule.forRoot(), TasklistModule.forRoot(), IntakeModule.forRoot()] })
class StudioAndWhoReadsIt {}

const ROW = 'deadlines/deadlines-row-21/amount';

describe('a limit changed in the studio', () => {
  let service: TestService;
  let admin: DataSource;
  const clock = new ManualClock('2026-03-02T10:00:00+08:00');

  beforeAll(async () => {
    const studio = serviceSchema(STUDIO);
    const database = await testDatabase({
      ...TASKLIST,
      also: [
        studio,
        intakeSchema,
        { name: 'events', migrations: eventLogMigrations },
        { name: 'access', migrations: [] },
      ],
    });
    const url = testDatabaseUrl(database);
    admin = await schemaDataSource(url, { name: 'events', migrations: [], poolSize: 2 }).initialize();
    const access = await schemaDataSource(asRole(url, serviceRole('access')), {
      name: 'access',
      migrations: [],
    }).initialize();
    await writeDirectory(access, [
      {
        id: 'JT',
        orgType: 'group',
        staff: { des: ['process-designer'], app: ['studio-approver'], d: ['intake-desk'] },
      },
      { id: 'FH01', parent: 'JT', orgType: 'developer', staff: { desk: ['intake-desk'] } },
    ]);
    await access.destroy();
    service = await openTestService({
      module: StudioAndWhoReadsIt,
      databaseUrl: url,
      clock,
      env: {
        ENGINE_MONITORING_URL: 'http://127.0.0.1:9',
        ZEEBE_ADDRESS: '127.0.0.1:9',
        HUIYING_DEFAULT_ORGANISATION: 'FH01',
      },
    });
    const folder = 'bpmn/decisions';
    for (const file of readdirSync(folder)) await publish(file, readFileSync(join(folder, file), 'utf8'), 1);
    await service.app.get(PublishedModels, { strict: false }).reload();
    jest
      .spyOn(service.app.get(ModelDeployer, { strict: false }), 'deploy')
      .mockImplementation(async (path, content) => {
        await publish(path, content.toString('utf8'), 2);
        return [{ kind: 'drg', id: path, version: 2, key: '2', resource: path, changed: true }];
      });
  });

  afterAll(async () => {
    await service.stop();
    await admin.destroy();
    await closeTestDatabases();
  });

  const publish = (file: string, content: string, version: number) =>
    admin.query(
      `insert into models.published (kind, id, version, key, resource_name, content, published_at)
       values ('drg', $1, $2, 1, $1, $3, $4)`,
      [file, version, content, clock.now()],
    );
  const as = async <T>(login: string, path: string, body?: object) => {
    const response = await fetch(`${service.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${await service.token(login)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const start = (subjectNo: string) =>
    service.app
      .get<DataSource>('tasklistDataSource', { strict: false })
      .transaction((manager) =>
        service.app
          .get(Deadlines, { strict: false })
          .start(
            manager,
            { subjectNo, caseNo: null, orgId: 'FH01', orgType: 'developer' },
            { limitIds: ['R04.4'], running: 'take-up' },
            'system',
            { cause: { job: 'tasklist.start-deadline' } },
          ),
      );
  const due = async (subjectNo: string) => {
    const [row] = await admin.query<{ due: string }[]>(
      `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due from tasklist.deadline where subject_no = $1`,
      [subjectNo],
    );
    return row?.due;
  };
  const shown = async () => {
    const page = (await (await fetch(`${service.url}/api/portal/procedure`)).json()) as PublicProcedure;
    return page.limits.find(({ limitId }) => limitId === 'R04.4');
  };

  it('R03.2 limit R04.4 changed to 2 wd: a new case is due after 2 wd, the page shows 2, the running case keeps 3', async () => {
    await start('running');
    expect(await due('running')).toBe('2026-03-05');
    expect(await shown()).toMatchObject({ amount: 3, unit: 'wd', name: { zh: '初步审查' } });

    const change = await as<ParameterChangeView>('des', '/api/studio/parameters', {
      id: ROW,
      value: 2,
      reason: '提速',
    });
    const applied = await as<ParameterChangeView>(
      'app',
      `/api/studio/parameter-changes/${change.changeId}/approval`,
      {},
    );
    expect(applied.state).toBe('applied');

    await start('new');
    expect(await due('new')).toBe('2026-03-04');
    expect(await shown()).toMatchObject({ amount: 2, unit: 'wd' });
    await start('running');
    expect(await due('running')).toBe('2026-03-05');
  });
});
