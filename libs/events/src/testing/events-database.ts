import { type SchemaName, schemaDataSource } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, serviceRole } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { eventLogMigrations } from '../log/event-log.migrations.js';
import { eventsMigrations } from '../outbox/outbox.migrations.js';

export interface EventsDatabase {
  /** A pool of its own as the role of the schema, as another replica has it. */
  open(schema: SchemaName, pool?: number): Promise<DataSource>;
  /** Empties outboxes, inboxes and the log; positions begin at 1 again. */
  clear(): Promise<void>;
  /** Everything in the logs was added so many days earlier. */
  age(days: number): Promise<void>;
  destroy(): Promise<void>;
}

/** A database with schema events and an outbox in each of the schemas. */
export async function eventsDatabase([first, ...others]: readonly [
  SchemaName,
  ...SchemaName[],
]): Promise<EventsDatabase> {
  const withOutbox = (name: SchemaName) => ({ name, migrations: eventsMigrations });
  const database = await testDatabase({
    ...withOutbox(first),
    poolSize: 1,
    also: [{ name: 'events', migrations: eventLogMigrations }, ...others.map(withOutbox)],
  });
  const url = testDatabaseUrl(database);
  const opened: DataSource[] = [];
  const asAdmin = async (...statements: string[]): Promise<void> => {
    const admin = await schemaDataSource(url, { name: 'events', migrations: [], poolSize: 1 }).initialize();
    for (const statement of statements) await admin.query(statement);
    await admin.destroy();
  };
  return {
    open: async (schema, poolSize = 10) => {
      const pool = await schemaDataSource(asRole(url, serviceRole(schema)), {
        name: schema,
        migrations: [],
        poolSize,
      }).initialize();
      opened.push(pool);
      return pool;
    },
    clear: async () => {
      const tables = [first, ...others].flatMap((name) =>
        ['outbox', 'outbox_key', 'inbox', 'parked_event'].map((table) => `${name}.${table}`),
      );
      await asAdmin(`truncate event_log, restricted_event_log, consumer_cursor, ${tables.join(', ')} restart identity`);
    },
    age: (days) =>
      asAdmin(
        ...['event_log', 'restricted_event_log'].map(
          (log) => `update ${log} set appended_at = appended_at - make_interval(days => ${days})`,
        ),
      ),
    destroy: async () => {
      for (const pool of opened) if (pool.isInitialized) await pool.destroy();
      await closeTestDatabases();
    },
  };
}
