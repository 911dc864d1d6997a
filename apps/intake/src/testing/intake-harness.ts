import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Injectable, Module, Param, Post } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import {
  JobContracts,
  type FiledComplaint,
  type FormId,
  type InputOf,
  type InternalExtension,
  type InternalExtensions,
  type InternalHandling,
  type InternalRegistrationForm,
  type InternalRound,
  type JobType,
  type OutputOf,
  type ProjectFacts,
  type SealedCase,
  type SealedCaseAnswers,
  type SupervisionInput,
  type TaskOutcome,
} from '@huiying/contracts';
import { eventLogMigrations } from '@huiying/events';
import { CompletedForms } from '@huiying/forms';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, Problem, ServiceOnly, serviceRole } from '@huiying/platform';
import {
  ManualClock,
  openTestService,
  writeDirectory,
  type TestService,
  type TestUnit,
} from '@huiying/platform/testing';
import { toLocalIso } from '@huiying/working-time';
import { PublishedModels, type BpmnError, type JobHandler, type JobOf } from '@huiying/zeebe';
import { IntakeModule } from '../intake.module.js';
import { intakeSchema } from '../intake.schema.js';

/** A group over one organisation of each kind that the tests need; logins are person ids and names. */
const DIRECTORY: TestUnit[] = [
  {
    id: 'JT',
    orgType: 'group',
    staff: { boss: ['group-executive'], groupcs: ['group-customer-service', 'intake-desk'] },
  },
  { id: 'WY01', parent: 'JT', orgType: 'property-company', staff: { wygm: ['general-manager'] } },
  { id: 'WY01-DESK', parent: 'WY01', staff: { steward: ['property-steward'], wydesk: ['intake-desk'] } },
  { id: 'WY01-OPS', parent: 'WY01', staff: { ops: ['operations-head'] } },
  { id: 'WY01-ENG', parent: 'WY01', staff: { mechanic: ['service-centre-engineering'] } },
  { id: 'DJ01', parent: 'JT', orgType: 'registration-centre', staff: { djdesk: ['intake-desk'] } },
  { id: 'KF01', parent: 'JT', orgType: 'developer', staff: { kfgm: ['general-manager', 'leader-in-charge'] } },
  { id: 'KF01-DESK', parent: 'KF01', staff: { kfdesk: ['intake-desk'] } },
  { id: 'KF01-CS', parent: 'KF01', staff: { kfcs: ['customer-service'] } },
  { id: 'KF01-ENG', parent: 'KF01', staff: { builder: ['engineering'] } },
  {
    id: 'KF01-XS',
    parent: 'KF01',
    staff: { seller: ['salesperson'], saleslead: ['sales-lead'], salesman: ['sales-manager'] },
  },
  {
    id: 'JJ01',
    parent: 'JT',
    orgType: 'brokerage',
    staff: { jjhead: ['region-head', 'general-manager'], watch: ['operator'] },
  },
  { id: 'JJ01-DESK', parent: 'JJ01', staff: { jjdesk: ['intake-desk'] } },
  { id: 'ZJJ', kind: 'authority', staff: { officer: ['authority-contact'] } },
];

/** What the other services answer in a test. */
@Injectable()
export class Neighbours {
  readonly projects = new Map<string, ProjectFacts>();
  readonly outcomes = new Map<string, TaskOutcome>();
  readonly handlings = new Map<string, InternalHandling>();
  readonly forms = new Map<string, InternalRegistrationForm>();
  /** By case. */
  readonly extensions = new Map<string, InternalExtension[]>();
  /** What was handed to the supervision office. */
  readonly supervisions: SupervisionInput[] = [];
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Problem('not-found', 'missing');
  return found;
}

@Controller('internal')
class NeighboursController {
  constructor(private readonly neighbours: Neighbours) {}

  @Get('projects/:name')
  @ServiceOnly()
  project(@Param('name') name: string): ProjectFacts {
    return known(this.neighbours.projects.get(name));
  }

  @Get('outcomes/:id')
  @ServiceOnly()
  outcome(@Param('id') id: string): TaskOutcome {
    return known(this.neighbours.outcomes.get(id));
  }

  /** The tasklist: what was answered in the tasks of the case. */
  @Post('sealed-cases/answers')
  @HttpCode(200)
  @ServiceOnly()
  sealedAnswers(@Body() { caseNo }: SealedCase): SealedCaseAnswers {
    const told = [...this.neighbours.outcomes.values()].filter((outcome) => outcome.caseNo === caseNo);
    return { answers: told.map(({ formId, completedAt, data }) => ({ formId, completedAt, data })) };
  }

  @Post('supervisions')
  @HttpCode(200)
  @ServiceOnly()
  supervise(@Body() input: SupervisionInput): { supervisionNo: string } {
    this.neighbours.supervisions.push(input);
    return { supervisionNo: 'DB-WY01-20260302-0001' };
  }

  @Get('registration-forms/:orgId')
  @ServiceOnly()
  form(@Param('orgId') orgId: string): InternalRegistrationForm {
    return this.neighbours.forms.get(orgId) ?? { version: 1, fields: [] };
  }

  @Get('extensions/:caseNo')
  @ServiceOnly()
  extension(@Param('caseNo') caseNo: string): InternalExtensions {
    return { items: known(this.neighbours.extensions.get(caseNo)) };
  }

  @Get('handlings/:caseNo/round')
  @ServiceOnly()
  round(@Param('caseNo') caseNo: string): InternalRound {
    return { round: this.neighbours.handlings.get(caseNo)?.round ?? 1 };
  }

  @Get('handlings/:caseNo')
  @ServiceOnly()
  handling(@Param('caseNo') caseNo: string): InternalHandling {
    return known(this.neighbours.handlings.get(caseNo));
  }
}

@Module({ imports: [IntakeModule.forRoot()], controllers: [NeighboursController], providers: [Neighbours] })
class IntakeAmongNeighbours {}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  text: string;
}

export interface Sent {
  name: string;
  key: string;
  variables: Record<string, unknown>;
}

/** The task that shows a form: about what, for which group, in whose hands. */
interface Filling {
  subjectNo: string;
  taskId?: string;
  actorId?: string;
  group?: string;
}

interface CheckedBody {
  variables: Record<string, unknown>;
  errors?: { field: string; code: string }[];
}

interface Send {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Intake as it runs, on its own database; the test plays the engine by handing jobs to the workers. */
export class Intake {
  private jobs = 0;

  private constructor(
    readonly service: TestService,
    readonly clock: ManualClock,
    private readonly admin: DataSource,
  ) {}

  static async open(start = '2026-03-02T10:00:00+08:00', env: Record<string, string> = {}): Promise<Intake> {
    const database = await testDatabase({
      ...intakeSchema,
      also: [
        { name: 'events', migrations: eventLogMigrations },
        { name: 'access', migrations: [] },
      ],
    });
    const url = testDatabaseUrl(database);
    const admin = await schemaDataSource(url, { name: 'intake', migrations: [], poolSize: 2 }).initialize();
    const access = await schemaDataSource(asRole(url, serviceRole('access')), {
      name: 'access',
      migrations: [],
    }).initialize();
    await writeDirectory(access, DIRECTORY);
    await access.destroy();
    const clock = new ManualClock(start);
    const service = await openTestService({
      module: IntakeAmongNeighbours,
      databaseUrl: url,
      clock,
      env: { ZEEBE_ADDRESS: '127.0.0.1:9', HUIYING_DEFAULT_ORGANISATION: 'WY01', ...env },
    });
    await publishDecisions(admin);
    await service.app.get(PublishedModels).reload();
    return new Intake(service, clock, admin);
  }

  get neighbours(): Neighbours {
    return this.service.app.get(Neighbours);
  }

  async send<T = Record<string, unknown>>(path: string, { method, headers = {}, body }: Send = {}): Promise<Answer<T>> {
    const multipart = body instanceof FormData;
    const response = await fetch(`${this.service.url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...headers, ...(body === undefined || multipart ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: multipart ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as T,
    };
  }

  /** As a login. */
  async as<T = Record<string, unknown>>(login: string, path: string, request: Send = {}): Promise<Answer<T>> {
    const authorization = `Bearer ${await this.service.token(login)}`;
    return this.send<T>(path, { ...request, headers: { ...request.headers, authorization } });
  }

  /** As whoever holds the code. */
  async with<T = Record<string, unknown>>(
    filed: Pick<FiledComplaint, 'caseNo' | 'trackingCode'>,
    path = '',
    body?: unknown,
  ) {
    return this.send<T>(`/api/portal/complaints/${filed.caseNo}${path}`, {
      headers: { 'x-tracking-code': filed.trackingCode },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** A complaint by the portal that is registered. */
  async file(more: Record<string, unknown> = {}): Promise<FiledComplaint> {
    const body = {
      description: '厨房天花板渗水，请尽快派人来看看',
      contact: { name: '张三丰', phone: '13812345678' },
      ...more,
    };
    const answer = await this.send<FiledComplaint>('/api/portal/complaints', { body });
    if (answer.status !== 201) throw new Error(`not filed: ${answer.text}`);
    return answer.body;
  }

  /** A request of another service on the internal port. */
  async internal<T = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${this.service.internalUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await this.service.serviceToken()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: (text === '' ? {} : JSON.parse(text)) as T };
  }

  /** What a form opens with. */
  async form(formId: FormId, filling: Filling): Promise<Record<string, unknown>> {
    const subject = { taskId: 'task', actorId: 'steward', ...filling };
    return (await this.internal(`/internal/forms/${formId}?${new URLSearchParams(subject).toString()}`)).body;
  }

  async check(formId: FormId, data: object, filling: Filling): Promise<Answer<CheckedBody>> {
    return this.internal(`/internal/forms/${formId}/check`, { taskId: 'task', actorId: 'steward', ...filling, data });
  }

  /** Checks a form and completes its task, as on `task.completed`; answers the outcome's id. */
  async complete(formId: FormId, data: Record<string, unknown>, filling: Filling): Promise<string> {
    const subject = { taskId: `task-${++this.jobs}`, actorId: 'steward', ...filling };
    const { status, text, body } = await this.check(formId, data, subject);
    if (status !== 200) throw new Error(`form refused: ${status} ${text}`);
    const outcome: TaskOutcome = {
      id: subject.taskId,
      taskId: subject.taskId,
      formId,
      subjectNo: subject.subjectNo,
      caseNo: subject.subjectNo,
      data,
      variables: body.variables,
      completedBy: subject.actorId,
      completedAt: toLocalIso(this.clock.now()),
    };
    this.neighbours.outcomes.set(outcome.id, outcome);
    const [process = '', element = ''] = formId.split('--');
    const event = { id: randomUUID(), data: { taskId: outcome.taskId, process, element } };
    const forms = this.service.app.get(CompletedForms, { strict: false });
    await this.inTransaction((manager) => forms.deliver(event, manager, () => true));
    this.clock.add(60_000);
    return outcome.id;
  }

  /** Runs a job as the engine would hand it out; answers with its output or its BPMN error. */
  async job<T extends JobType>(
    worker: abstract new (...args: never[]) => JobHandler<T>,
    type: T,
    variables: Record<string, unknown>,
    place: Partial<JobOf<T>> = {},
  ): Promise<OutputOf<T> | BpmnError> {
    const key = String(++this.jobs);
    const known = Object.keys(JobContracts[type].input);
    const given = Object.fromEntries(Object.entries(variables).filter(([name]) => known.includes(name)));
    const job = {
      key,
      type,
      variables: given as InputOf<T>,
      headers: {},
      processId: 'eligibility-check',
      processVersion: 1,
      elementId: type.split('.')[1] ?? '',
      elementInstanceKey: key,
      instanceKey: '1',
      ...place,
    } as JobOf<T>;
    const handler = this.service.app.get<JobHandler<T>>(worker, { strict: false });
    return this.inTransaction((manager) => handler.handle(job, { manager }));
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.service.app.get<DataSource>('intakeDataSource').transaction(work);
  }

  /** Messages that wait for the engine, in order. */
  async messages(name?: string): Promise<Sent[]> {
    const rows = await this.query<{ type: string; partition_key: string; data: string }>(
      `SELECT type, partition_key, data FROM intake.outbox WHERE kind = 'message' ORDER BY seq`,
    );
    const sent = rows.map(({ type, partition_key, data }) => ({
      name: type,
      key: partition_key,
      variables: (JSON.parse(data) as { variables: Record<string, unknown> }).variables,
    }));
    return name === undefined ? sent : sent.filter((message) => message.name === name);
  }

  /** Events of a case, on their way or in the log, in order. */
  async events(caseNo: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    const rows = await this.query<{ type: string; data: string; n: string }>(
      `SELECT type, data, n FROM (
         SELECT type, data::text AS data, key_seq AS n FROM intake.outbox WHERE kind = 'event' AND partition_key = $1
         UNION SELECT type, data, sequence FROM events.event_log WHERE case_no = $1
       ) e ORDER BY n::bigint`,
      [caseNo],
    );
    return rows.map(({ type, data }) => ({ type, data: JSON.parse(data) as Record<string, unknown> }));
  }

  query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.admin.query<T[]>(sql, params);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.admin.destroy();
    await closeTestDatabases();
  }
}

async function publishDecisions(admin: DataSource): Promise<void> {
  const root = join(process.cwd(), 'bpmn');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.dmn')) continue;
    await admin.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('drg', $1, 1, 1, $1, $2, now())`,
      [file, readFileSync(join(root, file), 'utf8')],
    );
  }
}
