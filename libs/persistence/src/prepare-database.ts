import { setTimeout as sleep } from 'node:timers/promises';
import { asRole, MIGRATE_ROLE, PLATFORM_SCHEMAS, rolePassword, serviceRole } from '@huiying/platform';
import { Client } from 'pg';
import { runMigrations } from './run-migrations.js';
import { type MigrationClass, type SchemaName, SCHEMAS } from './schema-options.js';

/** Held while roles and schemas are made, so that processes which start together do not meet. */
const LOCK = 4_810_001;
/** Role made meanwhile (two ways to say it), role altered at the same moment ("tuple concurrently updated"). */
const ROLES_MET = new Set(['23505', '42710', 'XX000']);
const ROLE_TRIES = 20;
/** Schemas that every service writes to as well: the event log, the acknowledgement of the clock. */
const SHARED: readonly SchemaName[] = ['events', 'clock'];
/** Only employee-reports itself reaches its schema (access.md §0.7). */
const CLOSED: readonly SchemaName[] = ['employee_reports'];

const prepared = new Map<string, Promise<void>>();

/**
 * Makes roles (`huiying_migrate`, one `huiying_<schema>` each), schemas and grants, and brings the platform's own schemas (clock, access)
 * up to date. Idempotent; once per process and address.
 * @param adminUrl an administrator of the database, whose password the roles' passwords follow from
 */
export function prepareDatabase(adminUrl: string): Promise<void> {
  const known = prepared.get(adminUrl);
  if (known) return known;
  const work = prepare(adminUrl).catch((error: unknown) => {
    prepared.delete(adminUrl);
    throw error;
  });
  prepared.set(adminUrl, work);
  return work;
}

async function prepare(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, application_name: 'huiying prepare' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await makeRoles(client, adminUrl);
    await makeSchemas(client);
    for (const { name, migrations } of PLATFORM_SCHEMAS) {
      await runMigrations(asRole(adminUrl, MIGRATE_ROLE), {
        name: name as SchemaName,
        migrations: migrations as MigrationClass[],
      });
    }
    await grantPlatformSchemas(client);
  } finally {
    await client.end();
  }
}

/** Roles belong to the cluster, and our lock to one database of it: whoever meets another one making or altering them begins again. */
async function makeRoles(client: Client, adminUrl: string): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await makeOrAlterRoles(client, adminUrl);
    } catch (error) {
      if (tries === ROLE_TRIES || !ROLES_MET.has(String((error as { code?: unknown }).code))) throw error;
      await sleep(Math.random() * 100 * tries);
    }
}

/** Another database of the cluster may have made them, with the same passwords. */
async function makeOrAlterRoles(client: Client, adminUrl: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `SELECT rolname FROM pg_roles WHERE rolname LIKE 'huiying\\_%'`,
  );
  const known = new Set(rows.map(({ rolname }) => rolname));
  for (const role of [MIGRATE_ROLE, ...SCHEMAS.map(serviceRole)]) {
    const verb = known.has(role) ? 'ALTER' : 'CREATE';
    await client.query(
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${rolePassword(adminUrl, role)}'`,
    );
  }
}

async function makeSchemas(client: Client): Promise<void> {
  for (const schema of SCHEMAS) {
    const role = serviceRole(schema);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${MIGRATE_ROLE}`);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await grantByDefault(client, schema, 'SELECT, INSERT, UPDATE, DELETE', role);
    if (SHARED.includes(schema)) await shareWithAll(client, schema);
    if (schema === 'models') await readableByAll(client, schema);
    if (schema === 'clock') await grantExisting(client, schema, 'SELECT, INSERT, UPDATE, DELETE');
    if (schema === 'models') await grantExisting(client, schema, 'SELECT');
    // The engine makes a partition of its log each day.
    if (schema === 'engine') await client.query(`GRANT CREATE ON SCHEMA ${schema} TO ${role}`);
  }
}

async function shareWithAll(client: Client, schema: SchemaName): Promise<void> {
  for (const role of SCHEMAS.map(serviceRole)) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await grantByDefault(client, schema, 'SELECT, INSERT, UPDATE, DELETE', role);
  }
}

async function readableByAll(client: Client, schema: SchemaName): Promise<void> {
  for (const role of SCHEMAS.map(serviceRole)) {
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await grantByDefault(client, schema, 'SELECT', role);
  }
}

/** A service that came later finds tables that are there already: default rights are for those still to be made. */
async function grantExisting(client: Client, schema: string, rights: string): Promise<void> {
  const roles = SCHEMAS.map(serviceRole).join(', ');
  await client.query(`GRANT ${rights} ON ALL TABLES IN SCHEMA ${schema} TO ${roles}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${roles}`);
}

/** For tables that migrations will make; the migrator owns them. */
async function grantByDefault(client: Client, schema: string, rights: string, role: string): Promise<void> {
  const begin = `ALTER DEFAULT PRIVILEGES FOR ROLE ${MIGRATE_ROLE} IN SCHEMA ${schema} GRANT`;
  await client.query(`${begin} ${rights} ON TABLES TO ${role}`);
  await client.query(`${begin} USAGE, SELECT ON SEQUENCES TO ${role}`);
  await client.query(`${begin} EXECUTE ON FUNCTIONS TO ${role}`);
}

/** Schema access is read by everybody; what services write there is only what their acts change. */
async function grantPlatformSchemas(client: Client): Promise<void> {
  for (const schema of SCHEMAS.filter((name) => !CLOSED.includes(name))) {
    const role = serviceRole(schema);
    await client.query(`GRANT USAGE ON SCHEMA access TO ${role}`);
    await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA access TO ${role}`);
    await client.query(`GRANT INSERT ON access.audit, access.code_try, access.key_canary TO ${role}`);
    // Any process may link the chain; the trigger lets nothing else change.
    await client.query(`GRANT UPDATE (seq, prev, hash) ON access.audit TO ${role}`);
    await client.query(
      `GRANT INSERT, UPDATE, DELETE ON access.case_relation, access.case_facts, access.tracking_code TO ${role}`,
    );
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA access TO ${role}`);
  }
  // The chain links entries; nobody else may touch them, and a trigger stops even the owner.
  await client.query(`REVOKE DELETE, TRUNCATE ON access.audit FROM huiying_access`);
}
