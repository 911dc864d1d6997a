import { DataSource } from 'typeorm';
import type { MigrationClass, SchemaOptions } from './schema-options.js';

/** A data source on one schema: unqualified names are its own, others are written out. */
export function schemaDataSource(url: string, options: SchemaOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: options.name,
    entities: [...(options.entities ?? [])],
    migrations: [...options.migrations] as MigrationClass[],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    // gen_random_uuid() is built in: no extension, no superuser.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: {
      max: options.poolSize ?? 8,
      options: `-c search_path=${options.name}`,
      application_name: `huiying ${options.name}`,
    },
  });
}
