import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventLogMigrations, eventsMigrations, Outbox } from '@huiying/events';
import { eventually, supplementReceived } from '@huiying/events/testing';
import { schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { Clock } from '@huiying/platform';
import type { DataSource } from 'typeorm';

/** 3 in CI; `RELAY_KILLS=100` for the long run. */
const KILLS = Number(process.env['RELAY_KILLS'] ?? 3);
const WRITERS = 20;
const KEYS = 5;

interface Numbered {
  id: string;
  key: string;
  sequence: string;
}

describe('relay and consumers that are killed with -9 while 20 writers change 5 cases (events.md §8)', () => {
  let intake: DataSource;
  let admin: DataSource;
  let url: string;
  const children: ChildProcess[] = [];

  async function start(): Promise<void> {
    const child = spawn(
      process.execPath,
      ['--import', '@swc-node/register/esm-register', join(import.meta.dirname, 'relay-service.ts'), url],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('did not start'))),
    ]);
  }
  async function kill(): Promise<void> {
    const child = children.shift();
    if (!child || child.exitCode !== null) throw new Error('nothing to kill');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  beforeAll(async () => {
    intake = await testDatabase({
      name: 'intake',
      migrations: eventsMigrations,
      also: [{ name: 'events', migrations: eventLogMigrations }],
      poolSize: WRITERS,
    });
    url = testDatabaseUrl(intake);
    admin = await schemaDataSource(url, { name: 'intake', migrations: [], poolSize: 2 }).initialize();
    await admin.query(
      `create table effect (n bigint generated always as identity, id uuid primary key, key text, sequence int)`,
    );
    await admin.query(`create table delivered (n bigint generated always as identity, id uuid, key text)`);
    await admin.query(`grant select, insert on effect, delivered to huiying_intake`);
  });
  afterAll(async () => {
    while (children.length > 0) await kill();
    await admin.destroy();
    await closeTestDatabases();
  });

  it(`loses nothing in ${KILLS} kills, repeats no effect, and keeps the order of every key`, async () => {
    const outbox = new Outbox(intake, new Clock(), { service: 'intake' });
    const events = new Set<string>();
    const messages = new Map<string, string[]>();
    let writing = true;

    async function write(writer: number): Promise<void> {
      for (let round = 0; writing; round++) {
        const key = `TS-${(writer + round) % KEYS}`;
        let event = '';
        await intake.transaction(async (manager) => {
          event = await outbox.event(manager, supplementReceived(key, writer));
          // one writer a key, so that the order of its messages is known
          if (writer < KEYS) {
            const own = `K-${writer}`;
            const id = await outbox.message(manager, { name: 'case-changed', correlationKey: own, variables: {} });
            messages.set(own, [...(messages.get(own) ?? []), id]);
          }
          if (round % 20 === 0) await sleep(Math.random() * 100); // a transaction that stays open
        });
        events.add(event);
        await sleep(50 + Math.random() * 100);
      }
    }

    await Promise.all([start(), start()]);
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    for (let killed = 0; killed < KILLS; killed++) {
      await sleep(Math.random() * 800);
      await kill();
      await start();
    }
    writing = false;
    await writers;
    await eventually(async () => (await admin.query<unknown[]>('select from outbox limit 1')).length === 0, 60_000);
    await eventually(
      async () =>
        (await admin.query<{ n: string }[]>('select count(*) as n from effect'))[0]?.n === String(events.size),
      60_000,
    );

    const logged = await admin.query<Numbered[]>(
      'select id, partition_key as key, sequence from events.event_log order by position',
    );
    expect(new Set(logged.map(({ id }) => id))).toEqual(events);
    expect(logged).toHaveLength(events.size);
    const effects = await admin.query<Numbered[]>('select id, key, sequence from effect order by n');
    expect(await admin.query('select id, error from parked_event')).toEqual([]);
    for (const list of [logged, effects])
      for (let k = 0; k < KEYS; k++) {
        const numbers = list.filter(({ key }) => key === `TS-${k}`).map(({ sequence }) => Number(sequence));
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      }
    const delivered = await admin.query<{ id: string; key: string }[]>('select id, key from delivered order by n');
    for (const [key, ids] of messages) {
      const first = [...new Set(delivered.filter((row) => row.key === key).map(({ id }) => id))];
      expect(first).toEqual(ids);
    }
  }, 600_000);
});
