import { setTimeout as sleep } from 'node:timers/promises';
import { Clock, Logger, Problem } from '@huiying/platform';
import type { EventType } from '@huiying/contracts';
import { of, throwError } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';
import { appendToLog, type LogEntry } from '../log/event-log.js';
import { OutboxOps } from '../ops/outbox-ops.js';
import { Outbox } from '../outbox/outbox.js';
import { DirectSession } from '../session/direct-session.js';
import { eventsDatabase, type EventsDatabase } from '../testing/events-database.js';
import { supplementReceived } from '../testing/factories.js';
import { eventually } from '../testing/waiting.js';
import { EventHandling } from './event-handling.js';
import type { EventContext, EventHandlerOptions } from './on-event.js';
import { PgLogServer } from './pg-log-server.js';

const log = Logger.silent();
type Handle = (event: CloudEvent, context: EventContext) => unknown;

describe('PgLogServer', () => {
  let database: EventsDatabase;
  let service: DataSource;
  let publisher: DataSource;
  let outbox: Outbox;
  const stops: (() => Promise<void>)[] = [];

  interface Server {
    server: PgLogServer;
    ops: OutboxOps;
    session: DirectSession;
    stop: () => Promise<void>;
  }

  /** A replica of the service with these handlers, listening. */
  async function serve(
    handlers: [type: EventType, group: string, handle: Handle, more?: Omit<EventHandlerOptions, 'group'>][],
    handlerMs?: number,
  ): Promise<Server> {
    const dataSource = await database.open('tasklist', 12);
    const session = new DirectSession(dataSource, log);
    const handling = new EventHandling(dataSource, log, undefined, handlerMs);
    const server = new PgLogServer(dataSource, session, log, handling);
    for (const [type, group, handle, more] of handlers)
      server.addHandler(
        type,
        (event: CloudEvent, context: EventContext) => Promise.resolve(handle(event, context)) as Promise<never>,
        true,
        { group, ...more },
      );
    server.listen(() => undefined);
    const stop = async () => {
      await server.close();
      await session.stop();
    };
    stops.push(stop);
    return {
      server,
      session,
      stop,
      ops: new OutboxOps('tasklist', dataSource, handling, (g, t) => server.handlerOf(g, t)),
    };
  }

  /** Writes straight into the log, as the relay does; the outbox makes the envelope. */
  async function publish(
    key: string,
    files: number,
    change: (entry: LogEntry) => LogEntry = (entry) => entry,
  ): Promise<string> {
    const id = await publisher.transaction((manager) => outbox.event(manager, supplementReceived(key, files)));
    await publisher.transaction((manager) =>
      appendToLog(manager, async () => {
        const [rows] = await manager.query<[LogEntry[], number]>(
          'delete from outbox where id = $1 returning envelope, data',
          [id],
        );
        return rows.map(change);
      }),
    );
    return id;
  }

  const cursor = async (group: string) =>
    (
      await service.query<{ position: string }[]>('select position from events.consumer_cursor where grp = $1', [group])
    )[0]?.position;
  const parked = () =>
    service.query<{ id: string; error: string; attempts: number }[]>(
      'select id, error, attempts from parked_event order by seq',
    );
  const filesOf = (event: CloudEvent) => (event as CloudEvent<'supplement.received'>).data.files;

  beforeAll(async () => {
    database = await eventsDatabase(['tasklist', 'intake']);
    service = await database.open('tasklist', 4);
    publisher = await database.open('intake', 4);
    outbox = new Outbox(publisher, new Clock(), { service: 'intake' });
  });
  afterAll(() => database.destroy());
  beforeEach(() => database.clear());
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('hands every event to each group once, in order per key', async () => {
    const seen: Record<string, string[]> = { one: [], two: [] };
    const handle = (group: string) => async (event: CloudEvent) => {
      await sleep(Math.random() * 3);
      seen[group]?.push(`${event.partitionkey} ${event.sequence}`);
    };
    await serve([
      ['supplement.received', 'tasklist.one', handle('one')],
      ['supplement.received', 'tasklist.two', handle('two')],
      ['case.accepted', 'tasklist.two', handle('two')],
    ]);
    for (let n = 0; n < 40; n++) await publish(`TS-${n % 4}`, n);
    await eventually(() => seen['one']?.length === 40 && seen['two']?.length === 40);
    for (const group of ['one', 'two'])
      for (let k = 0; k < 4; k++) {
        const ofKey = seen[group]?.filter((text) => text.startsWith(`TS-${k} `));
        expect(ofKey).toEqual([...(ofKey ?? [])].sort());
        expect(new Set(ofKey).size).toBe(10);
      }
    await eventually(async () => (await cursor('tasklist.one')) === '40');
  });

  it('commits effect, inbox and outbox together, and a repeat does nothing', async () => {
    const handled: number[] = [];
    const { stop } = await serve([
      ['supplement.received', 'tasklist.one', (event) => void handled.push(filesOf(event))],
    ]);
    await publish('TS-1', 1);
    await publish('TS-1', 2);
    await eventually(async () => (await cursor('tasklist.one')) === '2');
    await stop();
    await service.query(`update events.consumer_cursor set position = 0`); // killed before the cursor moved
    await serve([['supplement.received', 'tasklist.one', (event) => void handled.push(filesOf(event))]]);
    await publish('TS-1', 3);
    await eventually(() => handled.includes(3));
    expect(handled).toEqual([1, 2, 3]);
  });

  it('rolls the effect back when the handler fails, tries three times, parks, and parks what comes behind it', async () => {
    let broken = true;
    const tried: string[] = [];
    const { ops } = await serve([
      [
        'supplement.received',
        'tasklist.one',
        async (event, { manager }) => {
          tried.push(`${event.partitionkey}:${filesOf(event)}`);
          await manager.query(`insert into outbox_key values ($1, 0) on conflict do nothing`, [`effect-${event.id}`]);
          if (broken && event.partitionkey === 'TS-bad' && filesOf(event) === 1)
            throw new TypeError('phone 13812345678');
        },
      ],
    ]);
    const bad = await publish('TS-bad', 1);
    await publish('TS-bad', 2);
    await publish('TS-good', 1);
    await eventually(async () => (await parked()).length === 2);
    await eventually(() => tried.includes('TS-good:1'));
    expect(tried.filter((text) => text === 'TS-bad:1')).toHaveLength(3);
    expect(tried).not.toContain('TS-bad:2');
    const [first, behind] = await parked();
    expect(first).toMatchObject({ id: bad, attempts: 3 });
    expect(first?.error).toMatch(/^TypeError/);
    expect(first?.error).not.toContain('138');
    expect(behind?.error).toBe('behind-parked');
    expect(await service.query(`select from outbox_key where partition_key = $1`, [`effect-${bad}`])).toHaveLength(0);

    expect(await ops.replay('tasklist.one', 'TS-bad')).toMatchObject({ replayed: 0, stopped: { id: bad } });
    broken = false;
    expect(await ops.replay('tasklist.one', 'TS-bad')).toEqual({ replayed: 2 });
    expect(await parked()).toEqual([]);
    await publish('TS-bad', 3);
    await eventually(() => tried.includes('TS-bad:3'));
  });

  it('handles what comes while the last parked event is handled again, after it', async () => {
    let broken = true;
    let release = () => {};
    const gate = new Promise<void>((open) => (release = open));
    let inHandler = false;
    const handled: number[] = [];
    const { ops } = await serve([
      [
        'supplement.received',
        'tasklist.one',
        async (event) => {
          if (broken) throw new Problem('validation', 'rejected');
          if (filesOf(event) === 1) {
            inHandler = true;
            await gate;
          }
          handled.push(filesOf(event));
        },
      ],
    ]);
    await publish('TS-1', 1);
    await eventually(async () => (await parked()).length === 1);
    broken = false;
    const replay = ops.replay('tasklist.one', 'TS-1');
    await eventually(() => inHandler);
    await publish('TS-1', 2);
    await sleep(300); // the reader has it
    release();
    expect(await replay).toEqual({ replayed: 1 });
    await eventually(() => handled.length === 2);
    expect(handled).toEqual([1, 2]);
    expect(await parked()).toEqual([]);
  });

  it('replays what comes behind while it replays', async () => {
    let broken = true;
    const handled: number[] = [];
    const { ops } = await serve([
      [
        'supplement.received',
        'tasklist.one',
        async (event) => {
          if (broken) throw new Problem('validation', 'rejected');
          if (filesOf(event) === 1) {
            await publish('TS-1', 3);
            await eventually(async () => (await parked()).length === 3);
          }
          handled.push(filesOf(event));
        },
      ],
    ]);
    await publish('TS-1', 1);
    await publish('TS-1', 2);
    await eventually(async () => (await parked()).length === 2);
    broken = false;
    expect(await ops.replay('tasklist.one', 'TS-1')).toEqual({ replayed: 3 });
    expect(handled).toEqual([1, 2, 3]);
  });

  it('handles a parked event that was handled all the same, by whoever led before, no second time', async () => {
    const handled: string[] = [];
    let broken = true;
    const { ops } = await serve([
      [
        'supplement.received',
        'tasklist.one',
        (event) => {
          if (broken) throw new Problem('validation', 'rejected');
          handled.push(event.id);
        },
      ],
    ]);
    const id = await publish('TS-1', 1);
    await eventually(async () => (await parked()).length === 1);
    await service.query(`insert into inbox (grp, source, id) select grp, source, id from parked_event`);
    broken = false;
    await ops.replay('tasklist.one', 'TS-1');
    expect([handled, await parked(), id]).toEqual([[], [], id]);
  });

  it('carries nothing of a handler out that is too late, also not the statement that waited for the rollback', async () => {
    const { stop } = await serve(
      [
        [
          'supplement.received',
          'tasklist.one',
          async (_event, { manager }) => {
            await manager.query('select pg_sleep(0.4)');
            await manager.query(`insert into outbox_key values ('late', 0)`);
          },
        ],
      ],
      100,
    );
    const id = await publish('TS-1', 1);
    await eventually(async () => (await parked()).length === 1);
    await sleep(800);
    await stop();
    expect(await parked()).toMatchObject([{ id, error: expect.stringContaining('HandlerTooSlow') as string }]);
    expect(await service.query(`select from outbox_key where partition_key = 'late'`)).toEqual([]);
    expect(await service.query('select from inbox')).toEqual([]);
  });

  it('waits where the connection breaks between two statements of a handler, and parks nothing', async () => {
    let cuts = 4; // more than a fault is given
    const handled: string[] = [];
    await serve([
      [
        'supplement.received',
        'tasklist.one',
        async (event, { manager }) => {
          if (cuts-- > 0) {
            const [{ pid }] = await manager.query<[{ pid: number }]>('select pg_backend_pid() as pid');
            await service.query('select pg_terminate_backend($1)', [pid]);
            await sleep(50);
          }
          await manager.query('select 1');
          handled.push(event.id);
        },
      ],
    ]);
    const id = await publish('TS-1', 1);
    await eventually(() => handled.length === 1);
    expect([handled, await parked()]).toEqual([[id], []]);
  });

  it('parks a refusal at once and waits for what is away without end', async () => {
    let away = 4;
    const tried: string[] = [];
    await serve([
      [
        'supplement.received',
        'tasklist.one',
        (event) => {
          tried.push(event.partitionkey);
          if (event.partitionkey === 'TS-refused') throw new Problem('validation', 'rejected');
          if (event.partitionkey === 'TS-away' && away-- > 0) throw new Problem('unavailable', 'unavailable');
        },
      ],
    ]);
    await publish('TS-refused', 1);
    await publish('TS-away', 1);
    await eventually(() => tried.filter((key) => key === 'TS-away').length === 5);
    expect(tried.filter((key) => key === 'TS-refused')).toHaveLength(1);
    expect((await parked()).map(({ error }) => error)).toEqual(['validation']);
  });

  it('parks an event of a major that nobody here knows', async () => {
    const handled: string[] = [];
    await serve([['supplement.received', 'tasklist.one', (event) => void handled.push(event.id)]]);
    await publish('TS-1', 1, ({ envelope, data }) => ({
      envelope: { ...envelope, dataschema: 'urn:huiying:schema:supplement.received:2.0' },
      data,
    }));
    await eventually(async () => (await parked()).length === 1);
    expect(handled).toEqual([]);
    expect((await parked())[0]?.error).toBe('unknown-major');
  });

  it('skips replayed copies except where a handler asks for them', async () => {
    const handled: string[] = [];
    await serve([
      ['supplement.received', 'tasklist.one', () => void handled.push('one')],
      ['supplement.received', 'tasklist.view', () => void handled.push('view'), { replayable: true }],
    ]);
    await publish('TS-1', 1, ({ envelope, data }) => ({ envelope: { ...envelope, replay: 'r1' }, data }));
    await eventually(async () => (await cursor('tasklist.one')) === '1' && (await cursor('tasklist.view')) === '1');
    expect(handled).toEqual(['view']);
  });

  it('passes by what a handler does not want, leaves nothing of it behind, and goes on in order', async () => {
    const handled: number[] = [];
    const wants = (event: CloudEvent) => filesOf(event) > 1;
    await serve([['supplement.received', 'tasklist.one', (event) => void handled.push(filesOf(event)), { wants }]]);
    for (const files of [1, 2, 1, 3]) await publish('TS-1', files);
    await publish('TS-2', 1);
    await eventually(async () => (await cursor('tasklist.one')) === '5');
    expect(handled).toEqual([2, 3]);
    expect(await service.query('select from inbox')).toHaveLength(2);
    expect(await parked()).toEqual([]);
  });

  it('handles what a handler wants behind the parked of its key, and passes by the rest', async () => {
    let broken = true;
    const handled: number[] = [];
    const handle = (event: CloudEvent) => {
      if (broken) throw new Problem('validation', 'rejected');
      handled.push(filesOf(event));
    };
    const wants = (event: CloudEvent) => filesOf(event) > 1;
    const { ops } = await serve([['supplement.received', 'tasklist.one', handle, { wants }]]);
    for (const files of [2, 1, 3]) await publish('TS-1', files);
    await eventually(async () => (await cursor('tasklist.one')) === '3');
    expect(await parked()).toHaveLength(2);
    broken = false;
    expect(await ops.replay('tasklist.one', 'TS-1')).toEqual({ replayed: 2 });
    expect(handled).toEqual([2, 3]);
  });

  it('parks an event of which it cannot be told whether it is wanted', async () => {
    const wants = () => {
      throw new TypeError('no such field');
    };
    await serve([['supplement.received', 'tasklist.one', () => undefined, { wants }]]);
    const id = await publish('TS-1', 1);
    await eventually(async () => (await parked()).length === 1);
    expect(await parked()).toMatchObject([{ id, error: expect.stringContaining('TypeError') as string }]);
  });

  it('has one reader per group among replicas, and the next takes over', async () => {
    const handled: Record<string, number[]> = { a: [], b: [] };
    const replica = (name: 'a' | 'b') =>
      serve([['supplement.received', 'tasklist.one', (event) => void handled[name]?.push(filesOf(event))]]);
    const a = await replica('a');
    await publish('TS-1', 0);
    await eventually(() => handled['a']?.length === 1);
    await replica('b');
    for (let n = 1; n <= 10; n++) await publish('TS-1', n);
    await eventually(() => handled['a']?.length === 11);
    await a.stop();
    for (let n = 11; n <= 15; n++) await publish('TS-1', n);
    await eventually(() => handled['b']?.length === 5);
    expect([...(handled['a'] ?? []), ...(handled['b'] ?? [])]).toEqual(Array.from({ length: 16 }, (_, n) => n));
  });

  it('awaits the observable that a Nest handler gives, and hands on its error', async () => {
    const given: string[] = [];
    await serve([
      ['supplement.received', 'tasklist.one', () => of(given.push('value'))],
      ['supplement.received', 'tasklist.two', () => throwError(() => new Problem('validation', 'rejected'))],
    ]);
    await publish('TS-1', 1);
    await eventually(async () => given.length === 1 && (await parked()).length === 1);
  });

  it('refuses two handlers of one group and type', async () => {
    const twice = serve([
      ['supplement.received', 'tasklist.one', () => undefined],
      ['supplement.received', 'tasklist.one', () => undefined],
    ]);
    await expect(twice).rejects.toThrow('two handlers');
  });
});
