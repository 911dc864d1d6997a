import { randomBytes } from 'node:crypto';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { eventLogMigrations } from '../log/event-log.migrations.js';
import { eventsMigrations } from '../outbox/outbox.migrations.js';

export interface EventsDatabase {
  /** A connection pool whose search path is the schema, as a service has it. */
  open(schema: string, pool?: number): Promise<DataSource>;
  readonly url: string;
  destroy(): Promise<void>;
}

/** A database of its own on the cluster of DATABASE_URL: schema events and an outbox in each of the schemas. */
export async function eventsDatabase(schemas: readonly string[]): Promise<EventsDatabase> {
  const adminUrl = process.env['DATABASE_URL'];
  if (!adminUrl) throw new Error('DATABASE_URL is not set');
  const name = `events_${randomBytes(6).toString('hex')}`;
  await onAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const opened: DataSource[] = [];
  const open = async (schema: string, pool = 10, migrations: DataSourceOptions['migrations'] = []) => {
    const dataSource = new DataSource({
      type: 'postgres',
      url: url.href,
      extra: { max: pool, options: `-c search_path=${schema}` },
      installExtensions: false,
      migrations,
    });
    await dataSource.initialize();
    opened.push(dataSource);
    return dataSource;
  };
  const prepare = async (schema: string, migrations: DataSourceOptions['migrations']) => {
    const admin = await open('public', 1);
    await admin.query(`create schema ${schema}`);
    const dataSource = await open(schema, 1, migrations);
    await dataSource.runMigrations();
  };
  await prepare('events', eventLogMigrations);
  for (const schema of schemas) await prepare(schema, eventsMigrations);
  return {
    url: url.href,
    open: (schema, pool) => open(schema, pool),
    destroy: async () => {
      for (const dataSource of opened) if (dataSource.isInitialized) await dataSource.destroy();
      await onAdmin(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

async function onAdmin(url: string, sql: string): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
  await admin.query(sql).finally(() => admin.destroy());
}
