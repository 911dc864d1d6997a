import { Injectable, Module } from '@nestjs/common';
import { databaseModule, InjectDatabase, schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { Problem } from '@huiying/platform';
import { openTestService, type TestService, writeDirectory } from '@huiying/platform/testing';
import type { DataSource } from 'typeorm';
import {
  type CloudEvent,
  type EventContext,
  eventLogMigrations,
  eventsMigrations,
  eventsModule,
  InjectOutbox,
  OnEvent,
  type Outbox,
  relaySink,
} from './index.js';
import type { Delivery, OutboxRow, RelaySink } from './index.js';
import { eventually, supplementReceived } from './testing/index.js';

/** A file of the supervision office. */
const FILE = 'DB-FH01-20260302-0001';

const seen: string[] = [];
const sent: OutboxRow[] = [];
let refuse = true;

@Injectable()
class IntakeService {
  constructor(
    @InjectDatabase('intake') private readonly database: DataSource,
    @InjectOutbox('intake') private readonly outbox: Outbox,
  ) {}

  receive(caseNo: string): Promise<string> {
    return this.database.transaction(async (manager) => {
      await this.outbox.notice(manager, { noticeId: `N-${caseNo}` });
      return this.outbox.event(manager, supplementReceived(caseNo));
    });
  }
}

@Injectable()
class DeadlinesConsumer {
  constructor(@InjectOutbox('tasklist') private readonly outbox: Outbox) {}

  @OnEvent('supplement.received', { group: 'tasklist.deadlines' })
  async resume(event: CloudEvent<'supplement.received'>, { manager }: EventContext): Promise<void> {
    seen.push(`deadlines ${event.data.files}`);
    await this.outbox.event(manager, {
      type: 'deadline.resumed',
      subject: event.subject,
      caseNo: event.caseno,
      orgId: event.orgid,
      actorId: 'system',
      data: {
        deadlineId: 'D1',
        subjectNo: event.subject,
        limitId: 'R01.2',
        startedAt: event.time,
        dueAt: event.time,
        calendarVersion: '2026.1',
        provisional: false,
        pausedUnits: 1,
      },
      cause: { consumer: 'supplement.received' },
    });
  }

  @OnEvent('supplement.received', { group: 'tasklist.tasks' })
  park(event: CloudEvent<'supplement.received'>): void {
    seen.push(`tasks ${event.partitionkey}`);
    if (refuse && event.partitionkey === 'TS-2') throw new Problem('not-found', 'missing');
  }
}

@Injectable()
class NoticeSink implements RelaySink<'notice'> {
  deliver(rows: readonly OutboxRow<'notice'>[]): Promise<readonly Delivery[]> {
    sent.push(...rows);
    return Promise.resolve(rows.map(() => 'sent'));
  }
}

/** Two services in one process, as all-in-one has them. */
@Module({
  imports: [
    databaseModule({ name: 'events', migrations: eventLogMigrations, poolSize: 1 }),
    databaseModule({ name: 'intake', migrations: eventsMigrations }),
    databaseModule({ name: 'tasklist', migrations: eventsMigrations }),
    eventsModule('intake'),
    eventsModule('tasklist'),
    eventsModule('intake'),
  ],
  providers: [IntakeService, DeadlinesConsumer, NoticeSink, relaySink('notice', NoticeSink, 'intake')],
})
class TwoServices {}

describe('eventsModule', () => {
  let service: TestService;
  let admin: DataSource;
  const logged = () =>
    admin.query<
      { type: string; envelope: { source: string; causationid?: string; traceparent: string; id: string } }[]
    >('select type, envelope from event_log order by position');
  const call = async (method: string, path: string, login: string, body?: object) =>
    fetch(`${service.url}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${await service.token(login)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  /** What readiness says of each outbox. */
  const counts = async () => {
    const { checks } = (await (await fetch(`${service.url}/health/ready`)).json()) as {
      checks: Record<string, { counts?: Record<string, number> }>;
    };
    return Object.fromEntries(
      Object.entries(checks).map(([name, { counts }]) => [name.replace('events ', ''), counts]),
    );
  };

  beforeAll(async () => {
    const database = await testDatabase({ name: 'access', migrations: [], poolSize: 1 });
    await writeDirectory(database, [
      { id: 'G', orgType: 'group', staff: { oli: ['operator'], dan: ['process-designer'], ann: ['hr'] } },
    ]);
    service = await openTestService({ module: TwoServices, databaseUrl: testDatabaseUrl(database) });
    admin = await schemaDataSource(testDatabaseUrl(database), {
      name: 'events',
      migrations: [],
      poolSize: 2,
    }).initialize();
  });
  afterAll(async () => {
    await service.stop();
    await admin.destroy();
    await closeTestDatabases();
  });

  it('carries a change from one service to the consumers of another, once for each group', async () => {
    const id = await service.app.get(IntakeService).receive('TS-1');
    await eventually(async () => (await logged()).length === 2);
    const [received, resumed] = await logged();
    expect(received).toMatchObject({ type: 'supplement.received', envelope: { id, source: '/huiying/intake' } });
    expect(resumed).toMatchObject({
      type: 'deadline.resumed',
      envelope: { source: '/huiying/tasklist', causationid: id },
    });
    await eventually(() => seen.length === 2);
    expect([...seen].sort()).toEqual(['deadlines 1', 'tasks TS-1']);
    await eventually(() => sent.length === 1);
    expect(sent[0]).toMatchObject({ kind: 'notice', payload: { noticeId: 'N-TS-1' }, attempts: 0 });
  });

  it('shows operators what is parked and handles it again', async () => {
    await service.app.get(IntakeService).receive('TS-2');
    const items = await eventually(async () => {
      const answer = (await (await call('GET', 'ops/parked', 'dan')).json()) as { items: object[] };
      return answer.items.length > 0 && answer.items;
    });
    expect(items).toEqual([
      expect.objectContaining({
        schema: 'tasklist',
        group: 'tasklist.tasks',
        key: 'TS-2',
        error: 'not-found',
        attempts: 1,
      }),
    ]);
    const replay = { schema: 'tasklist', group: 'tasklist.tasks', key: 'TS-2' };
    expect((await call('POST', 'ops/parked/replay', 'dan', replay)).status).toBe(403);
    expect(await (await call('POST', 'ops/parked/replay', 'oli', replay)).json()).toMatchObject({
      replayed: 0,
      stopped: { error: 'not-found' },
    });
    refuse = false;
    expect(await (await call('POST', 'ops/parked/replay', 'oli', replay)).json()).toEqual({ replayed: 1 });
  });

  it('access.md §5 a parked event of a sealed file is shown to no operator, wherever it is parked, nor counted: its id lets it go', async () => {
    const event = JSON.stringify({
      ...{ id: 'e4', source: '/huiying/tasklist', type: 'supplement.received', partitionkey: FILE, data: { files: 1 } },
    });
    await admin.query(
      `insert into tasklist.parked_event (grp, source, id, type, partition_key, event, error, attempts)
       values ('tasklist.tasks', 's', 'e1', 'employee-report.sealed', 'JB-A1B2C3D4E5', '{}', 'none', 1),
         ('tasklist.tasks', 's', 'e2', 'supervision.opened', 'X-1', '{}', 'none', 1),
         ('tasklist.tasks', 's', 'e3', 'measure.done', '${FILE}-M1', '{}', 'none', 1),
         ('tasklist.tasks', '/huiying/tasklist', 'e4', 'supplement.received', '${FILE}', $1, 'none', 1)`,
      [event],
    );
    expect(await (await call('GET', 'ops/parked', 'oli')).json()).toEqual({ items: [] });
    expect((await counts())['tasklist']?.parkedEvents).toBe(0);
    const replay = { schema: 'tasklist', group: 'tasklist.tasks' };
    const by = async (key: string) => (await call('POST', 'ops/parked/replay', 'oli', { ...replay, key })).json();
    // A guessed number is answered as an invented one; the id stands in the log.
    expect(await by(FILE)).toEqual({ replayed: 0 });
    expect(await by('e4')).toEqual({ replayed: 1 });
    await admin.query(`delete from tasklist.parked_event`);
  });

  it('access.md §5 a row of a sealed file that does not leave is shown to no operator nor counted: its id lets it go', async () => {
    const row = (at: number) => `0197a1c4-6c1e-7d3a-9b51-2f6f0f3f8a2${at}`;
    await admin.query(
      `insert into intake.outbox (id, kind, type, topic, partition_key, data, envelope, held_for, held_at, parked_at)
       values ('${row(1)}', 'message', 'start-employee-report', null, 'JB-A1B2C3D4E5', '{}', null, 'employee-report', now(), null),
         ('${row(2)}', 'message', 'start-supervision', null, '${FILE}', '{}', null, 'supervision', now(), null),
         ('${row(3)}', 'message', 'start-supervision-audit', null, 'supervision-audit:FH01:2026', '{}', null, 'supervision', now(), null),
         ('${row(4)}', 'message', 'deadline-reached', null, '${FILE}:R03.5', '{}', null, null, null, now()),
         ('${row(5)}', 'event', 'supervision.opened', 'supervision', 'X-1', '{}', '{}', null, null, now())`,
    );
    expect(await (await call('GET', 'ops/outbox', 'oli')).json()).toEqual({ items: [] });
    expect((await counts())['intake']).toMatchObject({ held: 0, parked: 0 });
    expect((await call('POST', `ops/outbox/${row(4)}/retry`, 'oli', {})).status).toBe(204);
    await admin.query('delete from intake.outbox');
  });

  it('shows operators what does not leave, and lets it go', async () => {
    const id = '0197a1c4-6c1e-7d3a-9b51-2f6f0f3f8a10';
    await admin.query(
      `insert into intake.outbox (id, kind, type, partition_key, data, attempts, last_error, parked_at)
      values ($1, 'notice', 'notice', 'N-9', '{"noticeId":"N-9"}', 5, 'mailbox-refused', now())`,
      [id],
    );
    const { items } = (await (await call('GET', 'ops/outbox', 'oli')).json()) as { items: object[] };
    expect(items).toEqual([
      expect.objectContaining({ id, schema: 'intake', kind: 'notice', state: 'parked', lastError: 'mailbox-refused' }),
    ]);
    expect((await call('GET', 'ops/outbox', 'ann')).status).toBe(403);
    expect((await call('POST', `ops/outbox/${id}/retry`, 'oli', {})).status).toBe(204);
    await eventually(() => sent.some(({ id: other }) => other === id));
    await eventually(async () => (await admin.query<unknown[]>('select 1 from intake.outbox')).length === 0);
    expect((await call('POST', `ops/outbox/${id}/retry`, 'oli', {})).status).toBe(404);
  });

  it('tells readiness and metrics what waits', async () => {
    const ready = await fetch(`${service.url}/health/ready`);
    expect(ready.status).toBe(200);
    await eventually(async () => {
      const text = await (await fetch(`${service.url}/metrics`)).text();
      return text.includes(
        'huiying_events_handled_total{group="tasklist.deadlines",type="supplement.received",outcome="handled"} 2',
      );
    });
  });
});
