export { databaseModule, databaseToken, InjectDatabase } from './database.module.js';
export { schemaDataSource } from './data-source.js';
export { prepareDatabase } from './prepare-database.js';
export { runMigrations } from './run-migrations.js';
export {
  type EntityClass,
  type MigrationClass,
  type SchemaName,
  type SchemaOptions,
  SCHEMAS,
} from './schema-options.js';
export { type AccessColumns, whereAllowed, type WhereClause } from './where-allowed.js';
