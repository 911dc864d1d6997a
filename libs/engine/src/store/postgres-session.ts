import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { StoreTaken, StoreUnavailable } from './store.js';

export interface SessionOptions {
  readonly connectionString: string;
  /** Names the lock: one engine a schema. */
  readonly schema: string;
  /** How long a lock that is held is waited for: the session of a killed engine may end a moment later (ms). */
  readonly lockWaitMs: number;
  /** A statement that takes longer counts as a lost connection (ms). */
  readonly statementTimeoutMs: number;
}

const RETRY_MS = 50;

/** A connection that holds the engine's lock. What is written goes through it, so that whoever lost the lock writes nothing. */
export class OwnerSession {
  private failed = false;

  private constructor(readonly client: Client) {
    client.on('error', () => {
      this.failed = true;
    });
    client.on('end', () => {
      this.failed = true;
    });
  }

  /** @throws StoreUnavailable, StoreTaken */
  static async open(options: SessionOptions): Promise<OwnerSession> {
    const client = new Client({
      connectionString: options.connectionString,
      application_name: `huiying engine (${options.schema})`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: options.statementTimeoutMs,
    });
    const session = new OwnerSession(client);
    try {
      await client.connect();
      await session.lock(options);
      return session;
    } catch (error) {
      await session.close();
      throw asStoreError(error);
    }
  }

  get alive(): boolean {
    return !this.failed;
  }

  /** Marks the session as lost, so that it is not used again. */
  async close(): Promise<void> {
    this.failed = true;
    await this.client.end().catch(() => undefined);
  }

  private async lock({ schema, lockWaitMs }: SessionOptions): Promise<void> {
    const name = `huiying-engine:${schema}`;
    const key = createHash('sha256').update(name).digest().readBigInt64BE();
    for (let tries = Math.ceil(lockWaitMs / RETRY_MS); ; tries--) {
      const { rows } = await this.client.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_lock($1::bigint) AS locked',
        [String(key)],
      );
      if (rows[0]?.locked) return;
      if (tries <= 0) throw new StoreTaken(await this.describeHolder(name, key));
      await sleep(RETRY_MS);
    }
  }

  private async describeHolder(name: string, key: bigint): Promise<string> {
    const { rows } = await this.client.query<{ pid: number; database: string }>(
      `SELECT pid, current_database() AS database FROM pg_locks
       WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND ((classid::bigint << 32) | objid::bigint) = $1::bigint`,
      [String(key)],
    );
    const holder = rows[0] ? `, held by the PostgreSQL backend ${String(rows[0].pid)}` : '';
    return `another engine works on this database: the advisory lock '${name}' (${String(key)}) is taken${holder}`;
  }
}

/** SQLSTATE classes that pass by themselves: connection, shutdown, resources, system, serialization, read-only standby. */
const PASSING = /^(08|57P|53|58|40|25006|55P03)/;

/** A lost or overloaded database as StoreUnavailable; anything else, a defect, as it is. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable || error instanceof StoreTaken) return error;
  if (error instanceof DatabaseError && !PASSING.test(error.code ?? '')) return error;
  return unavailableUnlessTaken(error);
}

/** The same where nothing can be a defect. */
export function unavailableUnlessTaken(error: unknown): StoreUnavailable | StoreTaken {
  if (error instanceof StoreUnavailable || error instanceof StoreTaken) return error;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new StoreUnavailable(`PostgreSQL cannot be reached: ${reason}`, { cause: error });
}
