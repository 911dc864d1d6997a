import { eventsMigrations, Outbox } from '@huiying/events';
import { closeTestDatabases, testDatabase } from '@huiying/persistence/testing';
import { Clock, Logger, Problem } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import type { Gateway } from '../gateway/gateway.js';
import { BpmnError } from './bpmn-error.js';
import type { JobContext, JobHandler, JobOf } from './job.js';
import { zeebeMigrations } from './job-result.migration.js';
import { JobRunner } from './job-runner.js';

type Type = 'investigation.close-measure';

/** Remembers what the runner told the gateway; the gateway itself is tried in the whole product. */
class GatewayBook {
  readonly told: unknown[][] = [];
  readonly completeJob = (...args: unknown[]) => this.tell('complete', args);
  readonly failJob = (...args: unknown[]) => this.tell('fail', args);
  readonly throwError = (...args: unknown[]) => this.tell('error', args);

  private tell(what: string, args: unknown[]) {
    this.told.push([what, ...args]);
    return Promise.resolve('done' as const);
  }
}

describe('a job', () => {
  let database: DataSource;
  let gateway: GatewayBook;
  let runner: JobRunner;
  let patient: JobRunner;

  beforeEach(async () => {
    database = await testDatabase({ name: 'investigation', migrations: [...eventsMigrations, ...zeebeMigrations] });
    gateway = new GatewayBook();
    const clock = new Clock();
    const outbox = new Outbox(database, clock, { service: 'investigation' });
    const open = (patienceMs: number) =>
      new JobRunner(database, gateway as unknown as Gateway, outbox, clock, Logger.silent(), patienceMs);
    runner = open(0);
    patient = open(60_000);
  });
  afterEach(closeTestDatabases);

  const job = (headers: Record<string, string> = {}): JobOf<Type> => ({
    key: '2251799813685300',
    type: 'investigation.close-measure',
    variables: {
      subjectNo: 'TS-FH01-20260302-0007-M1',
      orgId: 'FH01',
      orgType: 'developer',
      measureGroup: 'engineering',
    },
    headers,
    processId: 'measure-follow-up',
    processVersion: 1,
    elementId: 'close-measure',
    elementInstanceKey: '2251799813685299',
    instanceKey: '2251799813685290',
  });
  /** Leaves an outbox row, as every effect does. */
  const effect = (context: JobContext) =>
    context.manager.query(`INSERT INTO outbox_key (partition_key, last) VALUES ('effect', 1)
      ON CONFLICT (partition_key) DO UPDATE SET last = outbox_key.last + 1`);
  const effects = async () => {
    const rows = await database.query<{ last: string }[]>(`SELECT last FROM outbox_key WHERE partition_key = 'effect'`);
    return Number(rows[0]?.last ?? 0);
  };
  const handler = (handle: JobHandler<Type>['handle']): JobHandler<Type> => ({ handle });

  it('takes effect once, however often it is handed out', async () => {
    const close = handler(async (_, context) => {
      await effect(context);
      return {};
    });
    await runner.run(job(), close);
    await runner.run(job(), close);
    expect(await effects()).toBe(1);
    expect(gateway.told).toEqual([
      ['complete', job().key, {}],
      ['complete', job().key, {}],
    ]);
  });

  it('of two tries at once lets one work and the other return its result', async () => {
    const close = handler(async (_, context) => {
      await effect(context);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return {};
    });
    await Promise.all([runner.run(job(), close), runner.run(job(), close)]);
    expect(await effects()).toBe(1);
    expect(gateway.told).toHaveLength(2);
  });

  it('takes its effects back when it throws a BPMN error, and repeats that error', async () => {
    const refuse = handler(async (_, context) => {
      await effect(context);
      throw new BpmnError('authority-exceeded', { severity: 'major' });
    });
    await runner.run(job(), refuse);
    await runner.run(
      job(),
      handler(() => Promise.reject(new Error('not asked again'))),
    );
    expect(await effects()).toBe(0);
    expect(gateway.told).toEqual([
      ['error', job().key, 'authority-exceeded', { severity: 'major' }],
      ['error', job().key, 'authority-exceeded', { severity: 'major' }],
    ]);
  });

  it('keeps its effects when it returns a BPMN error', async () => {
    await runner.run(
      job(),
      handler(async (_, context) => {
        await effect(context);
        return new BpmnError('channel-unreachable');
      }),
    );
    expect(await effects()).toBe(1);
  });

  it('is tried again in the process first, for the clock of the engine may stand still', async () => {
    let tries = 0;
    const close = handler(async (_, context) => {
      if (++tries < 3) throw new Problem('service-away', 'unavailable');
      await effect(context);
      return {};
    });
    await patient.run(job(), close);
    expect(await effects()).toBe(1);
    expect(gateway.told).toEqual([['complete', job().key, {}]]);
  });

  it('is given back after a passing fault that stays, with growing pauses and a retry left', async () => {
    const away = handler(() => Promise.reject(new Problem('service-away', 'unavailable')));
    await runner.run(job(), away);
    await runner.run(job(), away);
    expect(gateway.told).toEqual([
      ['fail', job().key, 'service-away', 1, 200],
      ['fail', job().key, 'service-away', 1, 400],
    ]);
  });

  it('is tried again where its connection broke, whether at a statement or between two', async () => {
    let tries = 0;
    const close = handler(async (_, context) => {
      const [{ pid }] = await context.manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      const cut = () => database.query('SELECT pg_terminate_backend($1)', [pid]);
      tries++;
      if (tries === 1) await cut().then(() => new Promise((resolve) => setTimeout(resolve, 50)));
      if (tries === 2) await Promise.all([context.manager.query('SELECT pg_sleep(5)'), cut()]);
      await effect(context);
      return {};
    });
    await patient.run(job(), close);
    expect(gateway.told).toEqual([['complete', job().key, {}]]);
    expect(await effects()).toBe(1);
  });

  it('raises an incident after a defect, without the text of the error', async () => {
    await runner.run(
      job(),
      handler(() => Promise.reject(new TypeError('the phone 13800000000 is no number'))),
    );
    expect(gateway.told).toEqual([['fail', job().key, 'TypeError', 0, 0]]);
  });

  it('R01.8 asks the deadline clock for the limits of its header in the same transaction', async () => {
    await runner.run(
      job({ limits: 'R04.11, R01.8' }),
      handler(() => Promise.resolve({})),
    );
    const rows = await database.query<{ type: string; data: string }[]>(`SELECT type, data FROM outbox`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.type).toBe('limits.requested');
    expect(JSON.parse(rows[0]?.data ?? '')).toMatchObject({
      subjectNo: 'TS-FH01-20260302-0007-M1',
      limits: ['R04.11', 'R01.8'],
    });
  });
});
