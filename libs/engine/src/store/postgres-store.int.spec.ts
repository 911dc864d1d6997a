import { Client } from 'pg';
import { aRecord, describeStore } from '../testing/store-contract.js';
import { PostgresStore } from './postgres-store.js';
import { StoreTaken, StoreUnavailable } from './store.js';

const connectionString = `${process.env['TEST_PG_URL'] ?? ''}/postgres`;
const DAY_MS = 86_400_000;
let schemas = 0;

/** A schema of its own for each store, so that tests do not meet. */
const freshSchema = () => `store_${String(process.pid)}_${String(++schemas)}`;
/** A server that is busy lets go of the lock of a connection that ended after a while only. */
const storeOn = (schema: string, more = {}) =>
  new PostgresStore({ connectionString, schema, lockWaitMs: 20_000, ...more });

describeStore('PostgresStore', () => {
  const schema = freshSchema();
  return Promise.resolve(() => storeOn(schema));
});

async function sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const cutConnections = (schema: string) =>
  sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1`, [
    `huiying engine (${schema})`,
  ]);

describe('the owner of the log', () => {
  it('keeps a second engine out and names the lock', async () => {
    const schema = freshSchema();
    const first = storeOn(schema);
    await first.open();
    const second = storeOn(schema, { lockWaitMs: 100 }).open();
    await expect(second).rejects.toThrow(StoreTaken);
    await expect(second).rejects.toThrow(
      `another engine works on this database: the advisory lock 'huiying-engine:${schema}'`,
    );
    await first.close();
    const third = storeOn(schema);
    await third.open();
    await third.close();
  });

  it('goes on after a lost connection, without a record lost or doubled', async () => {
    const schema = freshSchema();
    const store = storeOn(schema);
    await store.open();
    await store.append([aRecord(1)]);
    await cutConnections(schema);
    // The engine repeats a batch until it is through, whether or not the first try reached the log.
    for (let tries = 0; ; tries++) {
      try {
        await store.append([aRecord(2), aRecord(3)]);
        break;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || tries > 50) throw error;
      }
    }
    await store.append([aRecord(2), aRecord(3)]);
    expect((await store.read(0, 10)).map(({ position }) => position)).toEqual([1, 2, 3]);
    await store.close();
  });

  it('writes nothing more once another engine has taken over', async () => {
    const schema = freshSchema();
    const store = storeOn(schema);
    await store.open();
    await cutConnections(schema);
    const other = storeOn(schema);
    await other.open();
    await other.append([aRecord(1)]);
    await other.close();
    await expect(store.append([aRecord(1)])).rejects.toThrow();
    await expect(store.append([aRecord(2)])).rejects.toThrow(StoreTaken);
    await expect(store.checkpoint({ position: 1, lastKey: 1, changes: [] })).rejects.toThrow(StoreTaken);
    await store.close();
  });

  it('says UNAVAILABLE when there is no database', async () => {
    const nowhere = new PostgresStore({ connectionString: 'postgres://postgres@127.0.0.1:1/postgres' });
    await expect(nowhere.open()).rejects.toThrow(StoreUnavailable);
  });
});

describe('history', () => {
  it('is forgotten by days, but never before a checkpoint covers it', async () => {
    const schema = freshSchema();
    const store = storeOn(schema, { historyDays: 2 });
    await store.open();
    const onDay = (position: number, day: number) => ({ ...aRecord(position), timestamp: day * DAY_MS });
    await store.append([onDay(1, 10)]);
    await store.append([onDay(2, 11)]);
    await store.append([onDay(3, 20)]);
    expect(await store.oldest()).toBe(0);
    await store.checkpoint({ position: 1, lastKey: 1, changes: [] });
    expect(await store.oldest()).toBe(1);
    await store.checkpoint({ position: 3, lastKey: 1, changes: [] });
    expect(await store.oldest()).toBe(2);
    expect((await store.read(0, 10)).map(({ position }) => position)).toEqual([3]);
    await store.close();
    const partitions = await sql(
      `SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace($1) AND relname LIKE 'record\\_batch\\__'`,
      [schema],
    );
    expect(partitions).toHaveLength(1);
  });

  it('keeps what jsonb would refuse', async () => {
    const schema = freshSchema();
    const store = storeOn(schema);
    await store.open();
    const record = { ...aRecord(1), value: { ...aRecord(1).value, activate: ['\u0000 𠀋 \\'] } } as ReturnType<
      typeof aRecord
    >;
    await store.append([record]);
    expect(await store.read(0, 1)).toEqual([record]);
    await store.close();
  });
});
