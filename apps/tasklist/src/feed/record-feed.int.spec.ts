import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventLogMigrations } from '@huiying/events';
import { eventually } from '@huiying/events/testing';
import { closeTestDatabases, testDatabase } from '@huiying/persistence/testing';
import { Clock, type Config, Logger, Problem, Readiness } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { TASKLIST } from '../schema.js';
import { EngineMonitoring } from './engine-monitoring.js';
import type { EngineTask, JobRecord } from './engine-record.js';
import { feedPosition, reach } from './feed-position.js';
import type { GatewayFeed } from './gateway-feed.js';
import { RecordFeed } from './record-feed.js';
import { RecordTaker } from './record-taker.js';
import type { TaskMirror } from './task-mirror.service.js';

const USER_TASK = 'io.camunda.zeebe:userTask';

/** The engine's monitoring as far as it is asked: user tasks of instance 1, element instance = job key + 1,000. */
class PlayedEngine {
  readonly records: JobRecord[] = [];
  readonly open: number[] = [];
  oldest = 0;
  /** Answers that break off. */
  broken = 0;
  streams: ServerResponse[] = [];
  private readonly server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://engine');
    const after = Number(url.searchParams.get('after'));
    const json = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      if (status !== 200 || this.broken-- <= 0) return response.end(JSON.stringify(body));
      response.write('{"ele');
      return setTimeout(() => response.destroy(), 5);
    };
    if (url.pathname.startsWith('/admin/process-instances'))
      return json(200, {
        elements: this.open.map((key) => ({ key: String(key + 1_000), flowScopeKey: '1' })),
        variables: [],
      });
    if (url.pathname === '/admin/jobs')
      return json(200, {
        items: this.open.map((key) => ({ ...jobOf(key), key: String(key), variables: {} })),
        next: null,
      });
    if (after < this.oldest) return json(410, { type: 'history-gone', oldest: this.oldest });
    const from = this.records.filter(({ position }) => position > after);
    if (!request.headers.accept?.includes('event-stream')) return json(200, { items: from.slice(0, 1) });
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const record of from) tell(response, record);
    return this.streams.push(response);
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  record(position: number, jobKey: number, intent = 'CREATED'): void {
    const record = { position, key: String(jobKey), timestamp: 0, valueType: 'JOB', intent, value: jobOf(jobKey) };
    this.records.push(record);
    if (intent === 'CREATED') this.open.push(jobKey);
    for (const stream of this.streams) tell(stream, record);
  }

  /** Looked at so far, with nothing for this reader. */
  mark(position: number): void {
    for (const stream of this.streams) stream.write(`:\nid: ${position}\n\n`);
  }

  cut(): void {
    for (const stream of this.streams.splice(0)) stream.destroy();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function jobOf(key: number): JobRecord['value'] {
  return {
    type: USER_TASK,
    bpmnProcessId: 'p',
    processDefinitionVersion: 1,
    processInstanceKey: '1',
    elementId: 'e',
    elementInstanceKey: String(key + 1_000),
    customHeaders: {},
  };
}

function tell(stream: ServerResponse, record: JobRecord): void {
  stream.write(`id: ${record.position}\nevent: record\ndata: ${JSON.stringify(record)}\n\n`);
}

describe('the record feed in the tasklist', () => {
  let engine: PlayedEngine;
  let database: DataSource;
  let mirrored: string[];
  /** What the mirror throws next. */
  let faults: Error[];
  const stops: (() => Promise<void>)[] = [];

  /** Keeps a row as the real one does, and says what it was told. */
  class Mirror {
    async created(manager: EntityManager, { jobKey }: EngineTask): Promise<void> {
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
      const added = await manager.query<unknown[]>(
        `insert into task (id, job_key, subject_no, org_id, org_type, process_id, process_version, element_id, name, candidate_groups,
           headers, state, created_at)
         values (gen_random_uuid(), $1, 's', 'o', 't', 'p', 1, 'e', 'n', '{}', '{}', 'open', now())
         on conflict do nothing returning id`,
        [jobKey],
      );
      if (added.length > 0) mirrored.push(`+${jobKey}`);
    }

    completed = (_: EntityManager, jobKey: string) => Promise.resolve(void mirrored.push(`=${jobKey}`));

    async canceled(manager: EntityManager, jobKey: string): Promise<void> {
      await manager.query(`update task set state = 'withdrawn' where job_key = $1`, [jobKey]);
      mirrored.push(`-${jobKey}`);
    }
  }

  beforeEach(async () => {
    mirrored = [];
    faults = [];
    engine = new PlayedEngine();
    database = await testDatabase({ ...TASKLIST, also: [{ name: 'events', migrations: eventLogMigrations }] });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await engine.close();
    await closeTestDatabases();
  });

  async function follow(): Promise<{ readiness: Readiness; taker: RecordTaker }> {
    const monitoring = new EngineMonitoring({ monitoringUrl: await engine.listen() } as Config);
    const log = Logger.silent();
    const mirror = new Mirror() as unknown as TaskMirror;
    const taker = new RecordTaker(database, monitoring, mirror, new Clock(), log);
    const readiness = new Readiness();
    const feed = new RecordFeed(database, monitoring, taker, {} as GatewayFeed, log, readiness);
    feed.onApplicationBootstrap();
    stops.push(() => feed.onApplicationShutdown());
    return { readiness, taker };
  }
  const aside = async () =>
    (await database.query<{ position: string }[]>('select position from feed_fault')).map(({ position }) => position);

  it('takes every record in once, also one that another process took in meanwhile', async () => {
    engine.record(3, 11);
    const { taker } = await follow();
    await eventually(() => mirrored.length === 1);
    await database.transaction((manager) => reach(manager, 9)); // whoever leads by now is farther
    const [old] = engine.records;
    if (old) await taker.take({ ...old, position: 5, key: '12' });
    engine.record(10, 13);
    await eventually(() => mirrored.includes('+13'));
    expect(mirrored).toEqual(['+11', '+13']);
    expect(await feedPosition(database)).toBe(10);
  });

  it('waits for what is away as long as it takes, and sets nothing aside for it', async () => {
    await follow();
    engine.broken = 2;
    faults = [
      ...Array.from({ length: 3 }, () => new Problem('unavailable', 'unavailable')),
      Object.assign(new Error('terminating connection'), { code: '57P01' }),
      new Error('Connection terminated unexpectedly'),
    ];
    engine.record(3, 11);
    await eventually(() => mirrored.length === 1);
    expect(faults).toEqual([]);
    expect(await aside()).toEqual([]);
  });

  it('sets aside what fails for good, goes on, and takes it in when it can', async () => {
    faults = Array.from({ length: 5 }, () => new Problem('task-without-organisation', 'fault'));
    engine.record(3, 11);
    engine.record(4, 12);
    const { readiness } = await follow();
    await eventually(() => mirrored.includes('+12'));
    expect(await aside()).toEqual(['3']);
    expect((await readiness.report()).checks).toMatchObject({ 'engine-feed': { ok: true, counts: { setAside: 1 } } });
    engine.mark(6);
    await eventually(() => mirrored.includes('+11'));
    await eventually(async () => (await aside()).length === 0);
    expect(await feedPosition(database)).toBe(6);
  });

  it('does not stay behind where the engine has nothing for it, so that a pruned history is not missed', async () => {
    await follow();
    await eventually(() => engine.streams.length === 1);
    engine.mark(5_000);
    await eventually(async () => (await feedPosition(database)) === 5_000);
    engine.oldest = 4_000;
    engine.cut();
    await eventually(() => engine.streams.length === 1);
    engine.record(5_001, 11);
    await eventually(() => mirrored.includes('+11'));
  });

  it('makes the tasks as the engine has them where the records in between are gone', async () => {
    engine.record(3, 11);
    await follow();
    await eventually(() => mirrored.includes('+11'));
    engine.oldest = 90; // 11 ended, 12 began, nobody told
    engine.records.splice(0);
    engine.open.splice(0, 1, 12);
    engine.cut();
    await eventually(() => engine.streams.length === 1);
    expect(mirrored).toEqual(['+11', '+12', '-11']);
    engine.record(91, 12);
    engine.record(92, 13);
    await eventually(() => mirrored.includes('+13'));
    expect(mirrored).toEqual(['+11', '+12', '-11', '+13']);
  });
});
