export { bigintAsNumber } from './bigint-as-number.js';
export { databaseModule, InjectDatabase } from './database.module.js';
export { schemaDataSource } from './data-source.js';
export { prepareDatabase } from './prepare-database.js';
export { type SchemaName, type SchemaOptions } from './schema-options.js';
export { whereAllowed } from './where-allowed.js';
