import type { EventType } from '@huiying/contracts';
import { schemaDataSource } from '@huiying/persistence';
import { testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, Clock, Logger, MIGRATE_ROLE } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';
import { appendToLog, type LogEntry, pruneSealed } from '../log/event-log.js';
import { eventLogMigrations } from '../log/event-log.migrations.js';
import { Outbox } from '../outbox/outbox.js';
import { DirectSession } from '../session/direct-session.js';
import { eventsDatabase, type EventsDatabase } from '../testing/events-database.js';
import { eventually } from '../testing/waiting.js';
import { EventHandling } from './event-handling.js';
import { PgLogServer } from './pg-log-server.js';

const FILE = 'DB-FH01-20260302-0001';
const log = Logger.silent();

describe('what sealed files go through (events.md §2)', () => {
  let database: EventsDatabase;
  let tasklist: DataSource;
  let reports: DataSource;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    database = await eventsDatabase(['tasklist', 'employee_reports', 'intake']);
    tasklist = await database.open('tasklist', 4);
    reports = await database.open('employee_reports', 2);
  });
  afterAll(() => database.destroy());
  beforeEach(() => database.clear());
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** Handlers by group, listening; answers what each was given, and what was counted. */
  async function serve(groups: { group: string; type: EventType; sealed?: true }[]) {
    const dataSource = await database.open('tasklist', 12);
    const session = new DirectSession(dataSource, log);
    const counted: string[] = [];
    const count = (group: string, type: string) => void counted.push(`${group} ${type}`);
    const server = new PgLogServer(dataSource, session, log, new EventHandling(dataSource, log, count));
    const seen: Record<string, string[]> = {};
    for (const { group, type, sealed } of groups) {
      seen[group] = [];
      const handle = (event: CloudEvent) => Promise.resolve(void seen[group]?.push(event.subject)) as Promise<never>;
      server.addHandler(type, handle, true, { group, ...(sealed ? { sealed } : {}) });
    }
    server.listen(() => undefined);
    stops.push(async () => {
      await server.close();
      await session.stop();
    });
    return { seen, counted };
  }

  /** Into the log, as the relay does. */
  async function relay(dataSource: DataSource): Promise<void> {
    await dataSource.transaction((manager) =>
      appendToLog(manager, async () => {
        const [rows] = await manager.query<[LogEntry[], number]>('delete from outbox returning envelope, data');
        return rows;
      }),
    );
  }

  async function missed(subjectNo: string, caseNo?: string): Promise<void> {
    const outbox = new Outbox(tasklist, new Clock(), { service: 'tasklist' });
    await tasklist.transaction((manager) =>
      outbox.event(manager, {
        type: 'overdue.handled',
        subject: subjectNo,
        ...(caseNo === undefined ? {} : { caseNo }),
        orgId: 'FH01',
        actorId: 'gm',
        data: { subjectNo, limitId: 'R04.6', level: 1, unjustified: false, expectedOn: '2026-03-09' },
        cause: { form: 'overdue-escalation--act-on-overdue' },
      }),
    );
    await relay(tasklist);
  }

  async function reported(reportNo: string): Promise<void> {
    const outbox = new Outbox(reports, new Clock(), { service: 'employee-reports' });
    await reports.transaction((manager) =>
      outbox.event(manager, {
        type: 'employee-report.registered',
        subject: reportNo,
        orgId: 'JT',
        actorId: 'system',
        data: { reportNo },
        cause: { route: 'report.file' },
      }),
    );
    await relay(reports);
  }

  const open = () => tasklist.query<{ key: string }[]>('select partition_key as key from events.event_log');

  it('reaches the groups that ask for it, nobody else, and is counted nowhere', async () => {
    const { seen, counted } = await serve([
      { group: 'tasklist.carrying', type: 'overdue.handled', sealed: true },
      { group: 'tasklist.others', type: 'overdue.handled' },
    ]);
    await missed(FILE);
    await missed(`${FILE}-M1`);
    await missed('TS-1', 'TS-1');
    await eventually(() => seen['tasklist.carrying']?.length === 3 && seen['tasklist.others']?.length === 1);
    expect([...(seen['tasklist.carrying'] ?? [])].sort()).toEqual([FILE, `${FILE}-M1`, 'TS-1']);
    expect(seen['tasklist.others']).toEqual(['TS-1']);
    await eventually(() => counted.length === 2);
    expect(counted.sort()).toEqual(['tasklist.carrying overdue.handled', 'tasklist.others overdue.handled']);
    expect(await open()).toEqual([{ key: 'TS-1' }]);
    const [row] = await tasklist.query<{ envelope: Record<string, string>; class: string }[]>(
      'select envelope, class from events.restricted_event_log order by position limit 1',
    );
    expect(row).toMatchObject({ class: 'restricted', envelope: { dataclassification: 'restricted', subject: FILE } });
    expect(row?.envelope['id']?.[14]).toBe('4');
  });

  it('the open log refuses it, whoever appends', async () => {
    await missed('TS-2', 'TS-2');
    for (const change of [{ partitionkey: FILE }, { subject: FILE }, { partitionkey: 'supervision-audit:FH01:2026' }])
      await expect(
        tasklist.transaction((manager) =>
          appendToLog(manager, async () => {
            const [row] = await manager.query<LogEntry[]>('select envelope, data from events.event_log');
            if (!row) return [];
            const id = '00000000-0000-4000-8000-000000000001';
            return [{ ...row, envelope: { ...row.envelope, ...change, id } }];
          }),
        ),
      ).rejects.toThrow('event_log_open');
  });

  it('is read by the services that carry such files out, without the reports of employees; by no other', async () => {
    await missed(FILE);
    await reported('JB-A1B2C3D4E5');
    const keys = (dataSource: DataSource) =>
      dataSource.query<{ key: string }[]>('select partition_key as key from events.restricted_event_log order by 1');
    expect(await keys(tasklist)).toEqual([{ key: FILE }]);
    expect(await keys(reports)).toEqual([{ key: FILE }, { key: 'JB-A1B2C3D4E5' }]);
    await expect(keys(await database.open('intake', 1))).rejects.toThrow('permission denied');
  });

  it('what the open log held before is moved, what is old goes, and the release before can come back', async () => {
    const schema = { name: 'events', migrations: eventLogMigrations, poolSize: 1 } as const;
    const url = testDatabaseUrl(await testDatabase(schema));
    const migrate = await schemaDataSource(asRole(url, MIGRATE_ROLE), schema).initialize();
    await migrate.undoLastMigration();
    for (const [n, key, days] of [
      [1, FILE, 1],
      [2, `${FILE}-M1`, 60],
      [3, 'TS-1', 60],
    ] as const)
      await migrate.query(
        `insert into event_log (source, id, type, partition_key, sequence, org_id, class, time, envelope, data, appended_at)
         values ('/huiying/tasklist', $1, 'task.created', $2, 1, 'FH01', 'internal', now(), $3, '{}', now() - make_interval(days => $4))`,
        [`00000000-0000-4000-8000-00000000000${n}`, key, { subject: key, dataclassification: 'internal' }, days],
      );
    await migrate.runMigrations();
    expect(await migrate.query('select partition_key as key from event_log')).toEqual([{ key: 'TS-1' }]);
    expect(await migrate.query('select partition_key as key, class, envelope from restricted_event_log')).toEqual([
      { key: FILE, class: 'restricted', envelope: { subject: FILE, dataclassification: 'restricted' } },
    ]);
    await migrate.destroy();
  });

  it('is dropped when no inbox can miss it any more; counts of reports and files stay', async () => {
    await missed(FILE);
    await reported('JB-A1B2C3D4E5');
    await pruneSealed(tasklist.manager);
    expect(await reports.query('select from events.restricted_event_log')).toHaveLength(2);
    await database.age(46);
    await pruneSealed(tasklist.manager);
    const left = await reports.query<{ type: string }[]>('select type from events.restricted_event_log');
    expect(left).toEqual([{ type: 'employee-report.registered' }]);
  });
});
