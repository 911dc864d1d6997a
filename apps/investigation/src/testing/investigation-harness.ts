import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Injectable, Module, Param } from '@nestjs/common';
import {
  JobContracts,
  type FormId,
  type InputOf,
  type InternalCase,
  type InternalRegistration,
  type JobType,
  type OutputOf,
  type TaskOutcome,
} from '@huiying/contracts';
import { type CloudEvent, eventLogMigrations } from '@huiying/events';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, Problem, ServiceOnly, serviceRole } from '@huiying/platform';
import {
  ManualClock,
  openTestService,
  type TestService,
  type TestUnit,
  writeDirectory,
} from '@huiying/platform/testing';
import { PublishedModels, type BpmnError, type JobHandler, type JobOf } from '@huiying/zeebe';
import type { DataSource, EntityManager } from 'typeorm';
import { DispatchCaseWorker } from '../dispatch/dispatch-case.worker.js';
import { InvestigationModule, INVESTIGATION_MIGRATIONS } from '../investigation.module.js';
import { CompletedFormsConsumer } from '../records/completed-forms.consumer.js';
import { INVESTIGATION } from '../schema.js';

/** A group over a developer with its departments; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], region: ['region-executive'] } },
  {
    id: 'FH01',
    parent: 'JT',
    orgType: 'developer',
    staff: { manager: ['general-manager', 'leader-in-charge'], head: ['project-head'] },
  },
  { id: 'FH01-SL', parent: 'FH01', staff: { desk: ['intake-desk', 'review-office'] } },
  { id: 'FH01-KF', parent: 'FH01', staff: { li: ['customer-service'], wang: ['customer-service'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { gong: ['engineering'] } },
  { id: 'FH01-SC', parent: 'FH01', staff: { mei: ['marketing'] } },
];

/** What intake and tasklist answer in a test. */
@Injectable()
export class Neighbours {
  readonly cases = new Map<string, InternalCase>();
  readonly registrations = new Map<string, InternalRegistration>();
  readonly outcomes = new Map<string, TaskOutcome>();
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Problem('not-found', 'missing');
  return found;
}

@Controller('internal')
class NeighboursController {
  constructor(private readonly neighbours: Neighbours) {}

  @Get('cases/:caseNo')
  @ServiceOnly()
  case(@Param('caseNo') caseNo: string): InternalCase {
    return known(this.neighbours.cases.get(caseNo));
  }

  @Get('cases/:caseNo/registration')
  @ServiceOnly()
  registration(@Param('caseNo') caseNo: string): InternalRegistration {
    return known(this.neighbours.registrations.get(caseNo));
  }

  @Get('outcomes/:id')
  @ServiceOnly()
  outcome(@Param('id') id: string): TaskOutcome {
    return known(this.neighbours.outcomes.get(id));
  }
}

@Module({ imports: [InvestigationModule.forRoot()], controllers: [NeighboursController], providers: [Neighbours] })
class InvestigationAmongNeighbours {}

/** A task that shows a form: who has it, for which group, and about what (the case, where nothing is said). */
export interface Filling {
  actorId?: string;
  taskId?: string;
  subjectNo?: string;
  group?: string;
}

export interface Checked {
  status: number;
  body: {
    variables: Record<string, unknown>;
    errors?: { field: string; code: string; text: string }[];
    type?: string;
  };
}

/** The service as it runs, on its own database; the test plays the tasklist, intake and the engine. */
export class Investigation {
  private made = 0;
  /** The case that forms and jobs are about. */
  caseNo = '';

  private constructor(
    readonly service: TestService,
    readonly clock: ManualClock,
    private readonly admin: DataSource,
  ) {}

  static async open(start = '2026-03-02T10:00:00+08:00'): Promise<Investigation> {
    const database = await testDatabase({
      name: INVESTIGATION,
      entities: [],
      migrations: INVESTIGATION_MIGRATIONS,
      also: [
        { name: 'events', migrations: eventLogMigrations },
        { name: 'access', migrations: [] },
      ],
    });
    const url = testDatabaseUrl(database);
    const admin = await schemaDataSource(url, { name: INVESTIGATION, migrations: [], poolSize: 2 }).initialize();
    const access = await schemaDataSource(asRole(url, serviceRole('access')), {
      name: 'access',
      migrations: [],
    }).initialize();
    await writeDirectory(access, DIRECTORY);
    await access.destroy();
    const clock = new ManualClock(start);
    const service = await openTestService({
      module: InvestigationAmongNeighbours,
      databaseUrl: url,
      clock,
      env: { ZEEBE_ADDRESS: '127.0.0.1:9', HUIYING_DEFAULT_ORGANISATION: 'FH01' },
    });
    await publishDecisions(admin);
    await service.app.get(PublishedModels).reload();
    return new Investigation(service, clock, admin);
  }

  get neighbours(): Neighbours {
    return this.service.app.get(Neighbours);
  }

  /** A new accepted case, that the other services know. */
  fresh(facts: Partial<InternalCase> = {}): string {
    this.caseNo = `TS-FH01-20260302-${String(++this.made).padStart(4, '0')}`;
    this.facts(facts);
    this.neighbours.registrations.set(this.caseNo, {
      caseNo: this.caseNo,
      subject: '厨房渗水',
      description: '天花板渗水三天',
      demand: '尽快修复',
      project: '石榴湾',
      building: '2幢',
      explanation: null,
      seriousReport: null,
      appeal: null,
      authorityReply: null,
    });
    return this.caseNo;
  }

  /** The figures of the case as intake has them from now on. */
  facts(facts: Partial<InternalCase>): void {
    this.neighbours.cases.set(this.caseNo, { ...(ACCEPTED as InternalCase), caseNo: this.caseNo, ...facts });
  }

  /** What a form opens with. */
  async start(formId: FormId, filling: Filling = {}): Promise<Record<string, unknown>> {
    const { status, body } = await this.internal(`/internal/forms/${formId}?${query({ ...this.subject(filling) })}`);
    if (status !== 200) throw new Error(`form did not open: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async check(formId: FormId, data: object, filling: Filling = {}): Promise<Checked> {
    return (await this.internal(`/internal/forms/${formId}/check`, { ...this.subject(filling), data })) as Checked;
  }

  /** Checks a form and completes its task: the owner hears of it by `task.completed`. Answers the outcome's id. */
  async complete(formId: FormId, data: Record<string, unknown>, filling: Filling = {}): Promise<string> {
    const subject = this.subject(filling);
    const { status, body } = await this.check(formId, data, subject);
    if (status !== 200) throw new Error(`form refused: ${status} ${JSON.stringify(body)}`);
    const outcome: TaskOutcome = {
      id: subject.taskId,
      taskId: subject.taskId,
      formId,
      subjectNo: subject.subjectNo,
      caseNo: this.caseNo,
      data,
      variables: body.variables,
      completedBy: subject.actorId,
      completedAt: new Date(this.clock.now()).toISOString(),
    };
    this.neighbours.outcomes.set(outcome.id, outcome);
    const [process, element] = formId.split('--');
    const event = { id: randomUUID(), data: { taskId: outcome.taskId, process, element, caseNo: this.caseNo } };
    const consumer = this.service.app.get(CompletedFormsConsumer);
    await this.inTransaction((manager) =>
      consumer.completed(event as unknown as CloudEvent<'task.completed'>, { manager } as never),
    );
    this.clock.add(60_000);
    return outcome.id;
  }

  /** Runs a job as the engine would hand it out; answers with its output or its BPMN error. */
  async job<T extends JobType>(
    worker: abstract new (...args: never[]) => JobHandler<T>,
    type: T,
    variables: Record<string, unknown> = {},
  ): Promise<OutputOf<T> | BpmnError> {
    const key = String(++this.made);
    const all = { subjectNo: this.caseNo, caseNo: this.caseNo, orgId: 'FH01', orgType: 'developer', ...variables };
    const input = Object.keys(JobContracts[type].input);
    const job = {
      key,
      type,
      variables: Object.fromEntries(Object.entries(all).filter(([name]) => input.includes(name))) as InputOf<T>,
      headers: {},
      processId: 'complaint-handling',
      processVersion: 1,
      elementId: type.split('.')[1] ?? '',
      elementInstanceKey: key,
      instanceKey: '1',
    } as unknown as JobOf<T>;
    const handler = this.service.app.get<JobHandler<T>>(worker, { strict: false });
    return this.inTransaction((manager) => handler.handle(job, { manager }));
  }

  /** The case is handed to its department. */
  async dispatch(
    variables: Record<string, unknown> = {},
  ): Promise<OutputOf<'investigation.dispatch-case'> | BpmnError> {
    return this.job(DispatchCaseWorker, 'investigation.dispatch-case', {
      handlingProcess: 'department-handling',
      handlerGroup: 'customer-service',
      ...variables,
    });
  }

  /** A fresh case on the day of the examples, dispatched. */
  async dispatched(): Promise<void> {
    this.clock.set('2026-03-02T10:00:00+08:00');
    this.fresh();
    await this.dispatch();
  }

  /** Business events of a type about the case, on their way or in the log, in order. */
  async events(type: string): Promise<Record<string, unknown>[]> {
    const rows = await this.query<{ data: string }>(
      `SELECT data FROM (
         SELECT data::text AS data, key_seq::bigint AS n FROM outbox WHERE kind = 'event' AND type = $1 AND data::text LIKE $2
         UNION SELECT data, sequence::bigint FROM events.event_log WHERE type = $1 AND case_no = $3
       ) e ORDER BY n`,
      [type, `%${this.caseNo}"%`, this.caseNo],
    );
    return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  }

  /** Who stands in a relation to the case, by person or unit. */
  async relations(rel: string): Promise<string[]> {
    const rows = await this.query<{ who: string }>(
      `SELECT coalesce(person_id, unit_id) AS who FROM access.case_relation WHERE case_no = $1 AND rel = $2 ORDER BY 1`,
      [this.caseNo, rel],
    );
    return rows.map(({ who }) => who);
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.service.app.get<DataSource>(`${INVESTIGATION}DataSource`).transaction(work);
  }

  query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.admin.query<T[]>(sql, params);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.admin.destroy();
    await closeTestDatabases();
  }

  private subject({ actorId = 'li', taskId = `t${++this.made}`, subjectNo = this.caseNo, group }: Filling) {
    return { subjectNo, taskId, actorId, ...(group ? { group } : {}) };
  }

  private async internal(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${this.service.internalUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await this.service.serviceToken()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

function query(values: Record<string, string>): string {
  return new URLSearchParams(values).toString();
}

const ACCEPTED: Partial<InternalCase> = {
  orgId: 'FH01',
  orgType: 'developer',
  channel: 'web',
  state: 'dispatched',
  receivedAt: '2026-03-02T10:00:00+08:00',
  receivedOn: '2026-03-02',
  kind: 'after-sales',
  admission: 'accept',
  severity: 'general',
  complexity: 'simple',
  ownerGroup: 'intake-desk',
  anonymous: false,
  respondentUnitId: 'FH01-GC',
  respondentGroup: ['customer-service'],
  handlerGroup: 'customer-service',
  households: 1,
  amountYuan: null,
  dangerToPersons: false,
};

async function publishDecisions(admin: DataSource): Promise<void> {
  const folder = join(process.cwd(), 'bpmn', 'decisions');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.dmn'))) {
    await admin.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('drg', $1, 1, 1, $1, $2, now())`,
      [file, readFileSync(join(folder, file), 'utf8')],
    );
  }
}
