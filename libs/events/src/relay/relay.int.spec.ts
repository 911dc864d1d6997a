import { setTimeout as sleep } from 'node:timers/promises';
import { Clock, Logger } from '@huiying/platform';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import type { OutboxRow } from '../outbox/outbox-row.js';
import { DirectSession } from '../session/direct-session.js';
import { eventsDatabase, type EventsDatabase } from '../testing/events-database.js';
import { supplementReceived } from '../testing/factories.js';
import { eventually } from '../testing/waiting.js';
import { Backoff } from './backoff.js';
import { EventLogOutlet } from './event-log-outlet.js';
import { OutboxReader } from './outbox-reader.js';
import { Relay } from './relay.js';
import type { Delivery, RelaySink, SinkKind } from './relay-sink.js';
import { SinkOutlet } from './sink-outlet.js';

const log = Logger.silent();
const wait = { firstMs: 30, maxMs: 100 };

interface Logged {
  position: string;
  id: string;
  partition_key: string;
  sequence: string;
  data: string;
}

describe('Relay', () => {
  let database: EventsDatabase;
  let writers: DataSource;
  let outbox: Outbox;
  const stops: (() => Promise<void>)[] = [];

  const logged = () => writers.query<Logged[]>('select * from events.event_log order by position');
  const left = async () => Number((await writers.query<{ n: string }[]>('select count(*) as n from outbox'))[0]?.n);
  const empty = () => eventually(async () => (await left()) === 0);
  const append = (key: string, files = 1) =>
    writers.transaction((manager) => outbox.event(manager, supplementReceived(key, files)));

  /** A relay of its own, as another replica has it. */
  async function eventRelay(): Promise<{ relay: Relay; session: DirectSession; dataSource: DataSource }> {
    const dataSource = await database.open('intake', 4);
    const session = new DirectSession(dataSource, log);
    const reader = new OutboxReader(dataSource, 'event');
    const backoff = new Backoff(wait.firstMs, wait.maxMs);
    const outlet = new EventLogOutlet(dataSource, reader, backoff, log, 'intake');
    const relay = new Relay('intake', reader, outlet, backoff, session, log);
    stops.push(async () => {
      await relay.stop();
      await session.stop();
    });
    return { relay, session, dataSource };
  }

  async function sinkRelay(
    kind: SinkKind,
    deliver: (rows: readonly OutboxRow[]) => Promise<readonly Delivery[]>,
  ): Promise<Relay> {
    const dataSource = await database.open('intake', 4);
    const session = new DirectSession(dataSource, log);
    const reader = new OutboxReader(dataSource, kind);
    const backoff = new Backoff(wait.firstMs, wait.maxMs);
    const outlet = new SinkOutlet(reader, { deliver } satisfies RelaySink, backoff, log, 'intake');
    const relay = new Relay('intake', reader, outlet, backoff, session, log);
    stops.push(async () => {
      await relay.stop();
      await session.stop();
    });
    relay.start();
    return relay;
  }

  beforeAll(async () => {
    database = await eventsDatabase(['intake']);
    writers = await database.open('intake', 25);
    outbox = new Outbox(writers, new Clock(), { service: 'intake' });
  });
  afterAll(() => database.destroy());
  beforeEach(() => database.clear());
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('loses nothing and keeps the order of every key with 20 writers on 5 keys, two relays and a cut leader', async () => {
    const replicas = [await eventRelay(), await eventRelay()];
    for (const { relay } of replicas) relay.start();
    const appended: { id: string; key: string }[] = [];
    const writer = async (n: number): Promise<void> => {
      for (let round = 0; round < 25; round++) {
        const key = `TS-${(n + round) % 5}`;
        appended.push({ id: await append(key, n), key });
        if (n === 0 && round % 8 === 4)
          await writers.query(`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and l.granted and d.datname = current_database() and l.pid <> pg_backend_pid()
              and l.virtualtransaction not in (select virtualtransaction from pg_locks where locktype = 'transactionid')`);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => writer(n)));
    await empty();
    const all = await logged();
    expect(all.map(({ id }) => id).sort()).toEqual(appended.map(({ id }) => id).sort());
    for (let k = 0; k < 5; k++) {
      const numbers = all
        .filter(({ partition_key }) => partition_key === `TS-${k}`)
        .map(({ sequence }) => Number(sequence));
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }
  });

  describe('whose transactions began in another order than they ended in', () => {
    const runners: QueryRunner[] = [];
    afterEach(async () => {
      for (const runner of runners.splice(0)) await runner.release();
    });

    /** A transaction that has its id from the database before anything that comes later. */
    async function begun(): Promise<QueryRunner> {
      const runner = writers.createQueryRunner();
      runners.push(runner);
      await runner.startTransaction();
      await runner.query('select pg_current_xact_id()');
      return runner;
    }

    it('keeps the order of a key, whatever else still runs', async () => {
      const late = await begun();
      const running = await begun();
      const first = await append('TS-1');
      const second = await outbox.event(late.manager, supplementReceived('TS-1', 1));
      await late.commitTransaction();
      const { relay } = await eventRelay();
      relay.start();
      await empty();
      expect((await logged()).map(({ id }) => id)).toEqual([first, second]);
      await running.rollbackTransaction();
    });

    it('keeps the order of messages of a key, of which the later waits for the earlier to commit', async () => {
      const seen: string[] = [];
      const send = (manager: EntityManager) =>
        outbox.message(manager, { name: 'case-changed', correlationKey: 'A', variables: {} });
      const late = await begun();
      const running = await begun();
      const first = await writers.transaction(send);
      const second = await send(late.manager);
      await late.commitTransaction();
      await sinkRelay('message', (rows) => {
        seen.push(...rows.map(({ id }) => id));
        return Promise.resolve(rows.map(() => 'sent'));
      });
      await empty();
      expect(seen).toEqual([first, second]);
      await running.rollbackTransaction();
    });

    it('lets a message wait for one of its key that is committing, and leaves no key behind', async () => {
      const send = (manager: EntityManager) =>
        outbox.message(manager, { name: 'case-changed', correlationKey: 'A', variables: {} });
      const committing = await begun();
      await committing.query(`select pg_advisory_xact_lock(hashtext('intake:message'), hashtext('A') & 255)`);
      const waiting = writers.transaction(send);
      await sleep(300);
      expect(await left()).toBe(0);
      await committing.commitTransaction();
      await waiting;
      expect(await left()).toBe(1);
      expect(await writers.query('select * from outbox_key')).toEqual([]);
    });
  });

  it('puts a repeated row into the log once, with the same bytes', async () => {
    await append('TS-1', 4);
    const [row] = await writers.query<Logged[]>('select * from outbox');
    const { relay } = await eventRelay();
    relay.start();
    await empty();
    // as after a restore of the outbox: the row is there again
    await writers.query(`insert into outbox (id, kind, type, topic, partition_key, key_seq, envelope, data)
      select id, 'event', type, 'supplement', partition_key, sequence, envelope, data from events.event_log`);
    await empty();
    const all = await logged();
    expect(all).toHaveLength(1);
    expect(all[0]?.data).toBe(row?.data);
  });

  it('keeps sealed events out of the log', async () => {
    const { relay } = await eventRelay();
    relay.start();
    const ofReports = new Outbox(writers, new Clock(), { service: 'employee-reports' });
    await writers.transaction((manager) =>
      ofReports.event(manager, {
        type: 'employee-report.registered',
        subject: 'JB-1',
        orgId: 'FH00',
        actorId: 'system',
        data: { reportNo: 'JB-1' },
        cause: { route: 'report.file' },
      }),
    );
    await empty();
    expect(await logged()).toEqual([]);
    expect(await writers.query('select source, id from events.restricted_event_log')).toHaveLength(1);
  });

  it('parks a row that the log refuses and lets later rows of its key wait until an operator retries', async () => {
    await append('TS-1');
    await append('TS-2');
    await append('TS-1');
    const [poison] = await writers.query<{ seq: string; envelope: Record<string, string> }[]>(
      'select * from outbox order by seq limit 1',
    );
    await writers.query(`update outbox set envelope = jsonb_set(envelope, '{time}', '"no time"') where seq = $1`, [
      poison?.seq,
    ]);
    const { relay } = await eventRelay();
    relay.start();
    await eventually(
      async () => (await writers.query<unknown[]>('select 1 from outbox where parked_at is not null')).length === 1,
      30_000,
    );
    await eventually(async () => (await logged()).length === 1);
    expect((await logged()).map(({ partition_key }) => partition_key)).toEqual(['TS-2']);
    await writers.query(`update outbox set envelope = $2, parked_at = null, attempts = 0 where seq = $1`, [
      poison?.seq,
      JSON.stringify(poison?.envelope),
    ]);
    await empty();
    const keyed = (await logged()).filter(({ partition_key }) => partition_key === 'TS-1');
    expect(keyed.map(({ sequence }) => sequence)).toEqual(['1', '2']);
  });

  it('lets nothing of a key pass a row that was just refused, also when the rest of the batch takes longer than its wait', async () => {
    await append('TS-1');
    await append('TS-2');
    await append('TS-1', 2);
    await writers.query(`update outbox set envelope = jsonb_set(envelope, '{time}', '"no time"')
      where seq = (select min(seq) from outbox)`);
    const dataSource = await database.open('intake', 2);
    const reader = new OutboxReader(dataSource, 'event');
    const over = new Backoff(0, 0);
    const outlet = new EventLogOutlet(dataSource, reader, over, log, 'intake');
    expect(await outlet.deliver(await reader.batch([]))).toEqual({ sent: 1, blocked: false });
    expect((await logged()).map(({ partition_key }) => partition_key)).toEqual(['TS-2']);
    expect(await left()).toBe(2);
  });

  describe('to a sink', () => {
    const message = (correlationKey: string, name = 'case-changed', startsProcess?: string) =>
      writers.transaction((manager) =>
        outbox.message(manager, { name, correlationKey, variables: {}, ...(startsProcess ? { startsProcess } : {}) }),
      );

    it('sends in order per key and deletes what was sent', async () => {
      const seen: string[] = [];
      const sent = [await message('A'), await message('A'), await message('B'), await message('A')];
      await sinkRelay('message', (rows) => {
        seen.push(...rows.map(({ id }) => id));
        return Promise.resolve(rows.map(() => 'sent'));
      });
      await empty();
      expect([...seen].sort()).toEqual([...sent].sort());
      const ofA = sent.filter((_, at) => at !== 2);
      expect(seen.filter((id) => ofA.includes(id))).toEqual(ofA);
    });

    it('repeats with the same ids after a kill between sending and deleting', async () => {
      const id = await message('A');
      const seen: string[] = [];
      let kill = true;
      await sinkRelay('message', (rows) => {
        seen.push(...rows.map((row) => row.id));
        if (kill) {
          kill = false;
          return Promise.reject(new Error('killed after sending'));
        }
        return Promise.resolve(rows.map(() => 'sent'));
      });
      await empty();
      expect(seen).toEqual([id, id]);
    });

    it('holds the key of a row that cannot go now, and only that', async () => {
      let open = false;
      const seen: string[] = [];
      await sinkRelay('message', (rows) =>
        Promise.resolve(
          rows.map(({ partitionKey, id }) => {
            if (partitionKey === 'A' && !open) return { retry: 'gateway-away' };
            seen.push(id);
            return 'sent' as const;
          }),
        ),
      );
      const [a1, a2, b] = [await message('A'), await message('A'), await message('B')];
      await eventually(async () => (await left()) === 2);
      expect(seen).toEqual([b]);
      await sleep(200);
      open = true;
      await empty();
      expect(seen).toEqual([b, a1, a2]);
      expect(await left()).toBe(0);
    });

    it('parks a refused row after five tries, and its key waits', async () => {
      const tried: string[] = [];
      await sinkRelay('message', (rows) =>
        Promise.resolve(
          rows.map(({ id, type }) => {
            tried.push(id);
            return type === 'poison' ? { refused: 'INVALID_ARGUMENT' } : ('sent' as const);
          }),
        ),
      );
      const poison = await message('A', 'poison');
      await message('A');
      await message('B');
      await eventually(
        async () => (await writers.query<unknown[]>('select 1 from outbox where parked_at is not null')).length === 1,
      );
      expect(tried.filter((id) => id === poison)).toHaveLength(5);
      await eventually(async () => (await left()) === 2);
      await sleep(200);
      expect(await left()).toBe(2);
      const [row] = await writers.query<{ last_error: string }[]>('select last_error from outbox where id = $1', [
        poison,
      ]);
      expect(row?.last_error).toBe('INVALID_ARGUMENT');
    });

    it('holds a start message until models are published, and nothing waits behind it', async () => {
      const deployed = new Set<string>();
      const seen: string[] = [];
      await sinkRelay('message', (rows) =>
        Promise.resolve(
          rows.map(({ type, payload }) => {
            if ('startsProcess' in payload && payload.startsProcess && !deployed.has(payload.startsProcess))
              return 'held';
            seen.push(type);
            return 'sent' as const;
          }),
        ),
      );
      await message('A', 'start-emergency-response', 'emergency-response');
      await message('A', 'case-changed');
      await eventually(async () => (await left()) === 1);
      expect(seen).toEqual(['case-changed']);
      const [held] = await writers.query<{ held_for: string; held_at: Date | null }[]>(
        'select held_for, held_at from outbox',
      );
      expect(held).toMatchObject({ held_for: 'emergency-response', held_at: expect.any(Date) as Date });
      deployed.add('emergency-response');
      await writers.query(`select pg_notify('models_published', '')`);
      await empty();
      expect(seen).toEqual(['case-changed', 'start-emergency-response']);
    });
  });
});
