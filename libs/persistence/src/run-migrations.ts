import { schemaDataSource } from './data-source.js';
import type { SchemaOptions } from './schema-options.js';

/** Locks are numbers: one per schema, apart from other users of advisory locks. */
const LOCK_CLASS = 4_810;

/** Brings a schema up to date, one process at a time; others wait and then find nothing to do. */
export async function runMigrations(migrateUrl: string, options: SchemaOptions): Promise<void> {
  const database = schemaDataSource(migrateUrl, { ...options, entities: [], poolSize: 2 });
  await database.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, options.name]);
    await database.runMigrations();
  } finally {
    await lock.release();
    await database.destroy();
  }
}
