import type { ClientBase } from 'pg';

/**
 * The tables of the store. `record_batch` is the log: one row holds what was committed together, at most a thousand records; it is
 * partitioned by segment, so that history is forgotten by dropping tables. `state_row` and `checkpoint` are the state as of a
 * position. Batches and values are JSON text, not jsonb: jsonb refuses the character U+0000, which a variable may hold.
 */
const VERSIONS: readonly ((schema: string) => string)[] = [
  (schema) => `
    CREATE TABLE ${schema}.log_owner (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      epoch bigint NOT NULL
    );
    INSERT INTO ${schema}.log_owner (epoch) VALUES (0);

    CREATE TABLE ${schema}.segment (
      id integer PRIMARY KEY,
      first_position bigint NOT NULL,
      begun_at bigint NOT NULL
    );
    COMMENT ON COLUMN ${schema}.segment.begun_at IS 'engine time of the first record, epoch ms';

    CREATE TABLE ${schema}.record_batch (
      segment integer NOT NULL,
      position bigint NOT NULL,
      batch text NOT NULL,
      PRIMARY KEY (segment, position)
    ) PARTITION BY LIST (segment);
    COMMENT ON COLUMN ${schema}.record_batch.position IS 'of the last record in the batch';

    CREATE TABLE ${schema}.checkpoint (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      position bigint NOT NULL,
      last_key bigint NOT NULL
    );

    CREATE TABLE ${schema}.state_row (
      kind text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      value text NOT NULL,
      PRIMARY KEY (kind, key)
    ) WITH (fillfactor = 80);`,
];

/** Brings the schema up to date. The caller holds the engine's lock, so nobody else does so at the same time. */
export async function migrateStore(client: ClientBase, schema: string): Promise<void> {
  // Asked first: CREATE SCHEMA IF NOT EXISTS wants the right to make schemas even where there is nothing to make.
  const found = await client.query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [schema]);
  if (!found.rows[0]?.there) await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${schema}.store_version (version integer PRIMARY KEY)`);
  const { rows } = await client.query<{ version: number }>(
    `SELECT coalesce(max(version), 0) AS version FROM ${schema}.store_version`,
  );
  const present = rows[0]?.version ?? 0;
  for (const [i, statements] of VERSIONS.entries()) {
    const version = i + 1;
    if (version <= present) continue;
    await client.query(
      `BEGIN; ${statements(schema)} INSERT INTO ${schema}.store_version VALUES (${String(version)}); COMMIT`,
    );
  }
}

/** The partition that holds a segment. */
export function partitionOf(schema: string, segment: number): string {
  return `${schema}.record_batch_${String(segment)}`;
}
