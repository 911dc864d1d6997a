import { Pool, escapeIdentifier } from 'pg';
import type { ClientBase } from 'pg';
import { FIRST_KEY } from '../record/key.js';
import type { AnyRecord, Position } from '../record/record.js';
import { migrateStore } from './postgres-schema.js';
import { Segments } from './postgres-segments.js';
import { OwnerSession, asStoreError, unavailableUnlessTaken } from './postgres-session.js';
import { passes, StoreTaken, StoreUnavailable } from './store.js';
import type { Checkpoint, Recovery, RecordFilter, StateChange, StateRow, Store } from './store.js';

export interface PostgresStoreOptions {
  readonly connectionString: string;
  /** Default `engine`. It is made when it is not there. */
  readonly schema?: string;
  /** Records older than so many days of engine time are dropped, as far as a checkpoint covers them; undefined: never. */
  readonly historyDays?: number;
  /** Default 2,000. */
  readonly lockWaitMs?: number;
  /** Default 15,000. */
  readonly statementTimeoutMs?: number;
}

/** Records in a row at most, so that reading a page needs no giant. */
const ROW_RECORDS = 1_000;
const PAGE_ROWS = 100;
const STATE_PAGE = 5_000;
const STATE_CHUNK = 2_000;

/**
 * The store on PostgreSQL. Appends go through the session that holds the engine's lock: one INSERT is one commit. Checkpoints
 * and reads have connections of their own, so that they delay no commit; a checkpoint proves by the owner's epoch that this engine still is the owner.
 */
export class PostgresStore implements Store {
  private readonly schema: string;
  private readonly segments: Segments;
  private readonly pool: Pool;
  private session: OwnerSession | undefined;
  private epoch: string | undefined;
  private committed: Position = 0;
  private checkpointed: Position = 0;

  constructor(private readonly options: PostgresStoreOptions) {
    this.schema = escapeIdentifier(options.schema ?? 'engine');
    this.segments = new Segments(this.schema, options.historyDays);
    this.pool = new Pool({
      connectionString: options.connectionString,
      application_name: 'huiying engine (reading)',
      max: 4,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    // A broken idle connection is replaced at the next use; whoever waits for it gets the error itself.
    this.pool.on('error', () => undefined);
  }

  async open(): Promise<Recovery> {
    const session = await this.connect();
    try {
      await migrateStore(session.client, this.schema);
      const { rows } = await session.client.query<{ epoch: string }>(
        `UPDATE ${this.schema}.log_owner SET epoch = epoch + 1 RETURNING epoch`,
      );
      this.epoch = rows[0]?.epoch;
      await this.synchronise(session.client);
      const checkpoint = await session.client.query<{ position: string; last_key: string }>(
        `SELECT position, last_key FROM ${this.schema}.checkpoint`,
      );
      const found = checkpoint.rows[0];
      this.checkpointed = Number(found?.position ?? 0);
      await this.segments.forget(session.client, this.checkpointed);
      return {
        checkpointPosition: this.checkpointed,
        lastKey: found ? Number(found.last_key) : FIRST_KEY,
        rows: this.stateRows(),
        tail: this.tail(this.checkpointed),
      };
    } catch (error) {
      await this.close();
      throw asStoreError(error);
    }
  }

  async append(records: readonly AnyRecord[]): Promise<void> {
    const session = this.session?.alive ? this.session : await this.reconnect();
    const fresh = records.filter(({ position }) => position > this.committed);
    const [first] = fresh;
    const last = fresh.at(-1);
    if (!first || !last) return;
    try {
      const segment = await this.segments.forAppend(session.client, first.position, last.timestamp);
      await this.insert(session.client, segment, fresh);
      this.committed = last.position;
    } catch (error) {
      // Whether the commit reached the log is found out when the connection is back.
      await session.close();
      throw asStoreError(error);
    }
  }

  private async insert(client: ClientBase, segment: number, records: readonly AnyRecord[]): Promise<void> {
    const rows: string[] = [];
    const values: (number | string)[] = [segment];
    for (const batch of chunks(records, ROW_RECORDS)) {
      const at = values.push(batch.at(-1)?.position ?? 0, JSON.stringify(batch));
      rows.push(`($1, $${String(at - 1)}, $${String(at)})`);
    }
    // Rows one by one: as an array the text of a batch, some ten thousand characters, would be escaped here and read there once more.
    await client.query({
      name: `append-${String(rows.length)}`,
      text: `INSERT INTO ${this.schema}.record_batch (segment, position, batch) VALUES ${rows.join(', ')}`,
      values,
    });
  }

  /** `checkpoint` may run while records are appended. */
  async checkpoint({ position, lastKey, changes }: Checkpoint): Promise<void> {
    await this.pooled(async (client) => {
      await client.query('BEGIN');
      try {
        const { rows } = await client.query<{ epoch: string }>(`SELECT epoch FROM ${this.schema}.log_owner FOR SHARE`);
        if (rows[0]?.epoch !== this.epoch) throw new StoreTaken('another engine has taken this database over');
        await this.writeState(client, changes);
        await client.query(
          `INSERT INTO ${this.schema}.checkpoint (position, last_key) VALUES ($1, $2)
           ON CONFLICT (single) DO UPDATE SET position = excluded.position, last_key = excluded.last_key`,
          [position, lastKey],
        );
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
      this.checkpointed = position;
      await this.segments.forget(client, position);
    });
  }

  private async writeState(client: ClientBase, changes: readonly StateChange[]): Promise<void> {
    const latest = new Map(changes.map((change) => [`${change.table}\0${change.key}`, change]));
    const put = [...latest.values()].filter(({ value }) => value !== undefined);
    const gone = [...latest.values()].filter(({ value }) => value === undefined);
    for (const chunk of chunks(put, STATE_CHUNK))
      await client.query({
        name: 'put-state',
        text: `INSERT INTO ${this.schema}.state_row (kind, key, value) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
               ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value`,
        values: [chunk.map((c) => c.table), chunk.map((c) => c.key), chunk.map((c) => JSON.stringify(c.value))],
      });
    for (const chunk of chunks(gone, STATE_CHUNK))
      await client.query({
        name: 'drop-state',
        text: `DELETE FROM ${this.schema}.state_row USING unnest($1::text[], $2::text[]) AS gone(kind, key)
               WHERE state_row.kind = gone.kind AND state_row.key = gone.key`,
        values: [chunk.map((c) => c.table), chunk.map((c) => c.key)],
      });
  }

  async read(after: Position, limit: number, filter: RecordFilter = {}): Promise<readonly AnyRecord[]> {
    return this.pooled(async (client) => {
      const found: AnyRecord[] = [];
      for (const segment of this.segments.after(after)) {
        let from = after;
        for (;;) {
          const { rows } = await client.query<{ position: string; batch: string }>({
            name: 'read',
            text: `SELECT position, batch FROM ${this.schema}.record_batch
                   WHERE segment = $1 AND position > $2 ORDER BY position LIMIT ${String(PAGE_ROWS)}`,
            values: [segment, from],
          });
          for (const row of rows) {
            for (const record of JSON.parse(row.batch) as AnyRecord[])
              if (record.position > after && passes(record, filter)) found.push(record);
            if (found.length >= limit) return found.slice(0, limit);
          }
          const lastRow = rows.at(-1);
          if (!lastRow || rows.length < PAGE_ROWS) break;
          from = Number(lastRow.position);
        }
      }
      return found;
    });
  }

  oldest(): Promise<Position> {
    return Promise.resolve(this.segments.oldest);
  }

  async close(): Promise<void> {
    await this.session?.close();
    this.session = undefined;
    if (!this.pool.ended) await this.pool.end();
  }

  private async connect(): Promise<OwnerSession> {
    const { connectionString, schema = 'engine', lockWaitMs = 2_000, statementTimeoutMs = 15_000 } = this.options;
    this.session = await OwnerSession.open({ connectionString, schema, lockWaitMs, statementTimeoutMs });
    return this.session;
  }

  /** After a lost connection: takes the lock again and sees how far the log came. */
  private async reconnect(): Promise<OwnerSession> {
    if (this.epoch === undefined) throw new StoreUnavailable('the store is not open');
    const session = await this.connect().catch((error: unknown) => {
      // A database that let this engine in before will do so again, whatever it says now.
      throw unavailableUnlessTaken(error);
    });
    try {
      const { rows } = await session.client.query<{ epoch: string }>(`SELECT epoch FROM ${this.schema}.log_owner`);
      if (rows[0]?.epoch !== this.epoch)
        throw new StoreTaken('another engine has worked on this database while the connection was lost');
      await this.synchronise(session.client);
      return session;
    } catch (error) {
      await session.close();
      throw asStoreError(error);
    }
  }

  private async synchronise(client: ClientBase): Promise<void> {
    await this.segments.load(client);
    this.committed = 0;
    for (const segment of this.segments.newestFirst) {
      const { rows } = await client.query<{ position: string }>(
        `SELECT position FROM ${this.schema}.record_batch WHERE segment = $1 ORDER BY position DESC LIMIT 1`,
        [segment],
      );
      const [last] = rows;
      if (!last) continue;
      this.committed = Number(last.position);
      return;
    }
  }

  private async *stateRows(): AsyncGenerator<readonly StateRow[]> {
    let [kind, key] = ['', ''];
    for (;;) {
      const rows = await this.pooled(async (client) => {
        const page = await client.query<{ kind: string; key: string; value: string }>(
          `SELECT kind, key, value FROM ${this.schema}.state_row WHERE (kind, key) > ($1, $2)
           ORDER BY kind, key LIMIT ${String(STATE_PAGE)}`,
          [kind, key],
        );
        return page.rows;
      });
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => ({ table: row.kind, key: row.key, value: JSON.parse(row.value) as unknown }));
      if (rows.length < STATE_PAGE) return;
      [kind, key] = [last.kind, last.key];
    }
  }

  private async *tail(after: Position): AsyncGenerator<readonly AnyRecord[]> {
    let from = after;
    for (;;) {
      const records = await this.read(from, 10_000);
      const last = records.at(-1);
      if (!last) return;
      yield records;
      from = last.position;
    }
  }

  private async pooled<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    try {
      const client = await this.pool.connect();
      let broken: Error | undefined;
      client.on('error', ignore);
      try {
        return await work(client);
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    } catch (error) {
      throw asStoreError(error);
    }
  }
}

/** The query that was under way fails with the same error. */
function ignore(): void {
  return undefined;
}

function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
