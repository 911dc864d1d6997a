import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** One writer of links at a time, in whichever process. */
const LOCK = 4_810_003;
const BATCH = 500;
/** What the first entry follows. */
const ORIGIN = Buffer.alloc(32);

type Sql = Pick<EntityManager, 'query'>;
type Transactions = { transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> };

interface Row {
  id: string;
  seq: string | null;
  wall_at: Date;
  entry: unknown;
  prev: Buffer | null;
  hash: Buffer | null;
}

export interface AuditVerdict {
  /** Entries that were read. */
  count: number;
  /** Head of the chain, hex; an anchor kept outside shows a cut end. */
  head: string;
  /** First entry that does not follow from the one before it, and why. */
  fault?: { seq: number; reason: 'changed' | 'missing' | 'cut' };
}

/**
 * Links what was recorded since: `hash = SHA-256(prev ‖ JCS(entry))`. Entries lie unlinked for as long as it takes the next run, so that
 * acts never wait for one another.
 * @returns how many were linked; 0 also when another process is at it
 */
export async function linkAudit(database: Pick<DataSource, 'transaction'> | Transactions): Promise<number> {
  return database.transaction(async (manager: EntityManager) => {
    const [lock] = await manager.query<{ held: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS held', [LOCK]);
    if (!lock?.held) return 0;
    const [last] = await manager.query<{ seq: string; hash: Buffer }[]>(
      'SELECT seq, hash FROM access.audit WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1',
    );
    const pending = await manager.query<Row[]>(
      `SELECT id, wall_at, entry FROM access.audit WHERE seq IS NULL ORDER BY wall_at, id LIMIT ${BATCH}`,
    );
    let prev = last?.hash ?? ORIGIN;
    let seq = Number(last?.seq ?? 0);
    for (const row of pending) {
      seq += 1;
      const hash = linkOf(prev, seq, row);
      await manager.query('UPDATE access.audit SET seq = $2, prev = $3, hash = $4 WHERE id = $1', [
        row.id,
        seq,
        prev,
        hash,
      ]);
      prev = hash;
    }
    return pending.length;
  });
}

/** Age of the oldest entry that is not linked yet, in ms; more than ten seconds means that the chainer does not run. */
export async function unlinkedAge(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ age: string | null }[]>(
    `SELECT extract(epoch FROM clock_timestamp() - min(wall_at)) * 1000 AS age FROM access.audit WHERE seq IS NULL`,
  );
  return Number(row?.age ?? 0);
}

/**
 * Recomputes the chain. Finds a changed, deleted, inserted or moved entry; with the head of an earlier run (`anchor`) a cut end too.
 * @param from first seq to look at; what lies before is taken as it is
 */
export async function verifyAudit(
  sql: Sql,
  options: { from?: number; anchor?: { seq: number; head: string } } = {},
): Promise<AuditVerdict> {
  const from = options.from ?? 1;
  const [before] = await sql.query<{ hash: Buffer }[]>('SELECT hash FROM access.audit WHERE seq = $1', [from - 1]);
  let prev = before?.hash ?? ORIGIN;
  let seq = from - 1;
  for (;;) {
    const rows = await sql.query<Row[]>(
      `SELECT id, seq, wall_at, entry, prev, hash FROM access.audit WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [seq],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      const fault = faultOf(row, seq + 1, prev) ?? anchorFault(row, options.anchor);
      if (fault) return { count: seq - from + 1, head: prev.toString('hex'), fault };
      prev = row.hash ?? ORIGIN;
      seq += 1;
    }
  }
  const head = prev.toString('hex');
  const cut = options.anchor && options.anchor.seq > seq ? { fault: { seq: seq + 1, reason: 'cut' as const } } : {};
  return { count: seq - from + 1, head, ...cut };
}

function faultOf(row: Row, expected: number, prev: Buffer): AuditVerdict['fault'] {
  if (Number(row.seq) !== expected) return { seq: expected, reason: 'missing' };
  const intact = row.hash?.equals(linkOf(prev, expected, row)) && row.prev?.equals(prev);
  return intact ? undefined : { seq: expected, reason: 'changed' };
}

function anchorFault(row: Row, anchor: { seq: number; head: string } | undefined): AuditVerdict['fault'] {
  if (!anchor || Number(row.seq) !== anchor.seq || row.hash?.toString('hex') === anchor.head) return undefined;
  return { seq: anchor.seq, reason: 'changed' };
}

function linkOf(prev: Buffer, seq: number, row: Pick<Row, 'id' | 'wall_at' | 'entry'>): Buffer {
  const content = { id: row.id, seq, wallAt: row.wall_at.toISOString(), entry: row.entry };
  return createHash('sha256').update(prev).update(canonical(content)).digest();
}

/** RFC 8785 for what entries hold: strings, integers, booleans, null, lists, objects with keys in code unit order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
