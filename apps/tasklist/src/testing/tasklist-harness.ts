import { Controller, type DynamicModule, Get, Injectable, Module, Param } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import { eventLogMigrations } from '@huiying/events';
import { type CheckedForm, type FormAnswers, FormOwner, type OwnedForm } from '@huiying/forms';
import { schemaDataSource, type SchemaOptions } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, type FieldError, Problem, ServiceOnly, serviceRole } from '@huiying/platform';
import {
  ManualClock,
  openTestService,
  type TestService,
  type TestUnit,
  writeDirectory,
} from '@huiying/platform/testing';
import { PublishedModels } from '@huiying/zeebe';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { DeadlineClock } from '../deadlines/deadline-clock.js';
import type { EngineTask } from '../feed/engine-record.js';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { TASKLIST } from '../schema.js';
import { TasklistModule } from '../tasklist.module.js';

export const CASE_NO = 'TS-FH01-20260302-0007';
const DECIDE = 'decide-and-answer--decide';
export const CHECK_EXPOSURE = 'media-exposure--check-exposure';

/** A group over a developer with its departments; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], oper: ['operator'] } },
  {
    id: 'FH01',
    parent: 'JT',
    orgType: 'developer',
    staff: { manager: ['general-manager', 'leader-in-charge'], admin: ['administrator'] },
  },
  {
    id: 'FH01-KF',
    parent: 'FH01',
    staff: { headkf: ['project-head'], li: ['customer-service'], wang: ['customer-service'] },
  },
  { id: 'FH01-SL', parent: 'FH01', staff: { desk: ['intake-desk'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { headgc: ['engineering-head'], gong: ['engineering'] } },
  // A property company without office hours: its days end at midnight.
  { id: 'WY01', parent: 'JT', orgType: 'property-company', staff: { steward: ['property-steward', 'intake-desk'] } },
];

/** What intake and the owner of a form answer in a test. */
@Injectable()
export class Neighbours {
  readonly cases = new Map<string, InternalCase>();
  refusals: FieldError[] = [];
  variables: Record<string, unknown> = {};
  /** Options of the form that offers some. */
  stores = [{ value: 'FD01', label: '中山路店' }];
  readonly checked: FormAnswers[] = [];
}

@Controller('internal')
class NeighboursController {
  constructor(private readonly neighbours: Neighbours) {}

  @Get('cases/:caseNo')
  @ServiceOnly()
  case(@Param('caseNo') caseNo: string): InternalCase {
    const found = this.neighbours.cases.get(caseNo);
    if (!found) throw new Problem('not-found', 'missing');
    return found;
  }
}

@FormOwner(DECIDE)
class DecideForm implements OwnedForm {
  constructor(private readonly neighbours: Neighbours) {}

  start(): Promise<Record<string, unknown>> {
    return Promise.resolve({ report: '调查报告要点', secret: '不在表单里' });
  }

  check(answers: FormAnswers): Promise<CheckedForm> {
    this.neighbours.checked.push(answers);
    const { refusals, variables } = this.neighbours;
    return Promise.resolve(refusals.length > 0 ? { errors: refusals } : { variables });
  }
}

@FormOwner(CHECK_EXPOSURE)
class CheckExposureForm implements OwnedForm {
  constructor(private readonly neighbours: Neighbours) {}

  start(): Promise<Record<string, unknown>> {
    return Promise.resolve({ report: '晚报 3 月 1 日', stores: this.neighbours.stores });
  }

  check(): Promise<CheckedForm> {
    return Promise.resolve({ variables: {} });
  }
}

/** Another service in the same process, as in all-in-one, which owns the forms that it has itself. */
interface Beside {
  schema: SchemaOptions;
  module: DynamicModule;
}

@Module({})
class TasklistAmongNeighbours {
  static with(beside: Beside | undefined): DynamicModule {
    return {
      module: TasklistAmongNeighbours,
      imports: [TasklistModule.forRoot(), ...(beside ? [beside.module] : [])],
      controllers: [NeighboursController],
      providers: [Neighbours, CheckExposureForm, ...(beside ? [] : [DecideForm])],
    };
  }
}

export interface Sent {
  type: string;
  key: string;
  data: Record<string, unknown>;
}

/** The tasklist as it runs, on its own database, with neighbours that answer and an engine that the test plays. */
export class Tasklist {
  private jobs = 2_251_799_813_685_000;
  private cases = 7;
  /** A decision is changed, as the studio publishes it. */
  async redecide(name: string, change: (xml: string) => string): Promise<void> {
    const [known] = await this.admin.query<{ id: string; version: number; content: string; resource_name: string }[]>(
      `select * from models.published where resource_name like '%' || $1 order by version desc limit 1`,
      [name],
    );
    if (!known) throw new Error(`no decision ${name}`);
    await this.admin.query(
      `insert into models.published (kind, id, version, key, resource_name, content, published_at)
       values ('drg', $1, $2, 1, $3, $4, now())`,
      [known.id, known.version + 1, known.resource_name, change(known.content)],
    );
    await this.service.app.get(PublishedModels).reload();
  }

  /** The case that tasks and answers are about. */
  caseNo = CASE_NO;

  private constructor(
    readonly service: TestService,
    readonly clock: ManualClock,
    readonly database: DataSource,
    private readonly admin: DataSource,
  ) {}

  static async open(
    start = '2026-03-02T10:00:00+08:00',
    env: Record<string, string> = {},
    beside?: Beside,
  ): Promise<Tasklist> {
    const database = await testDatabase({
      ...TASKLIST,
      also: [
        { name: 'events', migrations: eventLogMigrations },
        { name: 'access', migrations: [] },
        ...(beside ? [beside.schema] : []),
      ],
    });
    const url = testDatabaseUrl(database);
    const admin = await schemaDataSource(url, { name: 'events', migrations: [], poolSize: 2 }).initialize();
    const access = await schemaDataSource(asRole(url, serviceRole('access')), {
      name: 'access',
      migrations: [],
    }).initialize();
    await writeDirectory(access, DIRECTORY);
    await access.destroy();
    const clock = new ManualClock(start);
    const service = await openTestService({
      module: TasklistAmongNeighbours.with(beside),
      databaseUrl: url,
      clock,
      env: {
        HUIYING_LOG_LEVEL: 'error',
        ENGINE_MONITORING_URL: 'http://127.0.0.1:9',
        ZEEBE_ADDRESS: '127.0.0.1:9',
        ...env,
      },
    });
    await publishModels(admin);
    await service.app.get(PublishedModels).reload();
    const tasklist = new Tasklist(service, clock, database, admin);
    await tasklist.register();
    return tasklist;
  }

  /** A fresh case on the day of the examples; what ran before has stopped. */
  async fresh(): Promise<string> {
    this.clock.set('2026-03-02T10:00:00+08:00');
    await this.admin.query(
      `update tasklist.deadline set state = 'ended', next_at = null where state in ('running', 'paused')`,
    );
    this.caseNo = `TS-FH01-20260302-${String(++this.cases).padStart(4, '0')}`;
    await this.register();
    return this.caseNo;
  }

  private async register(): Promise<void> {
    this.case();
    await this.admin.query(
      `insert into access.case_facts (case_no, org_id, received_by, class, contact_released, open)
       values ($1, 'FH01', 'FH01-SL', 'internal', false, true)`,
      [this.caseNo],
    );
  }

  get neighbours(): Neighbours {
    return this.service.app.get(Neighbours);
  }

  /** The case as intake knows it now. */
  case(overrides: Partial<InternalCase> = {}): void {
    this.neighbours.cases.set(this.caseNo, { ...(BASE_CASE as InternalCase), caseNo: this.caseNo, ...overrides });
  }

  /** A request as a login. */
  async as<T = Record<string, unknown>>(
    login: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> {
    const response = await fetch(`${this.service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.service.token(login)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.service.app.get<DataSource>('tasklistDataSource').transaction(work);
  }

  /** The engine creates a user task; answers the task's id and its job. */
  async task(
    overrides: Partial<EngineTask> = {},
    variables: Record<string, unknown> = {},
  ): Promise<{ id: string; jobKey: string }> {
    const jobKey = String(this.jobs++);
    const task: EngineTask = {
      jobKey,
      instanceKey: '2251799813680000',
      elementInstanceKey: jobKey,
      processId: 'decide-and-answer',
      processVersion: 1,
      elementId: 'decide',
      createdAt: this.clock.now(),
      groups: ['customer-service'],
      assignee: null,
      formId: DECIDE,
      headers: { form: DECIDE },
      ...overrides,
    };
    const scope = { subjectNo: this.caseNo, caseNo: this.caseNo, orgId: 'FH01', orgType: 'developer', ...variables };
    await this.inTransaction((manager) => this.service.app.get(TaskMirror).created(manager, task, scope));
    const [row] = await this.database.query<{ id: string }[]>('select id from task where job_key = $1', [jobKey]);
    if (!row) throw new Error('the task was not mirrored');
    return { id: row.id, jobKey };
  }

  /** Everything that time has brought, until nothing is due: the clock looks by itself as well, and what it has in hand is passed over here. */
  async fire(): Promise<void> {
    const due = 'select 1 from tasklist.deadline where next_at <= $1';
    do await this.service.app.get(DeadlineClock).look();
    while ((await this.admin.query<unknown[]>(due, [this.clock.now()])).length > 0);
  }

  /** Messages about the case, and completed jobs, that wait for the engine, in order. */
  async waiting(kind: 'message' | 'job'): Promise<Sent[]> {
    const rows = await this.database.query<{ type: string; key: string; data: string }[]>(
      `select type, partition_key as key, data from outbox
       where kind = $1 and ($1 = 'job' or starts_with(partition_key, $2)) order by seq`,
      [kind, this.caseNo],
    );
    return rows.map(({ type, key, data }) => ({ type, key, data: JSON.parse(data) as Sent['data'] }));
  }

  /** Business events of the case so far, in order: of the outbox and, once relayed, of the log. */
  async events(type: string): Promise<Record<string, unknown>[]> {
    const rows = await this.admin.query<{ data: string }[]>(
      `select data from (
         select data, key_seq as n from tasklist.outbox where kind = 'event' and type = $1 and partition_key = $2
         union all select data, sequence from events.event_log where type = $1 and case_no = $2
       ) e order by n`,
      [type, this.caseNo],
    );
    return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  }

  async query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.admin.query<T[]>(sql, params);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.admin.destroy();
    await closeTestDatabases();
  }
}

const BASE_CASE: Partial<InternalCase> = {
  orgId: 'FH01',
  orgType: 'developer',
  state: 'accepted',
  receivedAt: '2026-03-02T10:00:00+08:00',
  receivedOn: '2026-03-02',
  kind: 'sales',
  suggestedKind: null,
  topic: 'sale',
  severity: 'general',
  complexity: 'simple',
  ownerGroup: 'intake-desk',
  ownerUnitId: 'FH01-SL',
  respondentUnitId: 'FH01-GC',
  agreementParty: null,
  keyCustomer: false,
  overseer: null,
  handlingProcess: 'department-handling',
  project: null,
  building: null,
  amountYuan: null,
  posts: { seriousCoordinator: ['leader-in-charge'] },
};

async function publishModels(admin: DataSource): Promise<void> {
  const root = join(process.cwd(), 'bpmn');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const file of files) {
    const kind = file.endsWith('.form') ? 'form' : file.endsWith('.dmn') ? 'drg' : undefined;
    if (!kind) continue;
    const content = readFileSync(join(root, file), 'utf8');
    const id = kind === 'form' ? (JSON.parse(content) as { id: string }).id : file;
    await admin.query(
      `insert into models.published (kind, id, version, key, resource_name, content, published_at)
       values ($1, $2, 1, 1, $3, $4, now())`,
      [kind, id, file, content],
    );
  }
}
