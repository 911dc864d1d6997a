import { createHash, randomBytes } from 'node:crypto';
import { asRole, MIGRATE_ROLE, serviceRole } from '@huiying/platform';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { schemaDataSource } from '../data-source.js';
import { prepareDatabase } from '../prepare-database.js';
import { runMigrations } from '../run-migrations.js';
import type { SchemaOptions } from '../schema-options.js';

/** Roles, schemas and the platform's tables, without any service's. */
const BASE_TEMPLATE = 'huiying_template';
const LOCK = 4_810_002;

export interface TestDatabaseOptions extends SchemaOptions {
  /** Further schemas that the test needs, such as `events`. */
  also?: SchemaOptions[];
}

const opened: DataSource[] = [];

/**
 * A fresh database with the given schemas, open as the schema's own role: cloned from a template that is migrated once per set of
 * migrations, about 50 ms. Closed and dropped by `closeTestDatabases`, which every spec calls in `afterAll`.
 */
export async function testDatabase(options: TestDatabaseOptions): Promise<DataSource> {
  const template = await templateFor([options, ...(options.also ?? [])]);
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = asRole(urlOf(name), serviceRole(options.name));
  const database = await schemaDataSource(url, { ...options, poolSize: options.poolSize ?? 4 }).initialize();
  opened.push(database);
  return database;
}

/** Administrator's address of a test database, for services that start on it (DATABASE_URL). */
export function testDatabaseUrl(database: DataSource): string {
  return urlOf(String(database.driver.database));
}

/** Closes and drops what `testDatabase` made in this spec. */
export async function closeTestDatabases(): Promise<void> {
  for (const database of opened.splice(0)) {
    const name = String(database.driver.database);
    if (database.isInitialized) await database.destroy();
    await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}

async function templateFor(schemas: SchemaOptions[]): Promise<string> {
  const names = schemas.map(({ name, migrations }) => `${name}:${migrations.map((one) => one.name).join()}`);
  const template = `tpl_${createHash('sha256').update(names.join(';')).digest('hex').slice(0, 16)}`;
  await asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    await makeBase(client);
    // Under another name until it is whole: a killed run must not leave half a template behind.
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} TEMPLATE ${BASE_TEMPLATE}`);
    for (const schema of schemas) await runMigrations(asRole(urlOf(draft), MIGRATE_ROLE), schema);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

async function makeBase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [BASE_TEMPLATE]);
  if (rowCount) return;
  const draft = `${BASE_TEMPLATE}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await prepareDatabase(urlOf(draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${BASE_TEMPLATE}`);
}

async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = process.env['TEST_PG_URL'];
  if (!url) throw new Error('TEST_PG_URL is not set: database tests are named *.int.spec.ts');
  return `${url}/${database}`;
}
