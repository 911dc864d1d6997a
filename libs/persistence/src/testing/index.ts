export { closeTestDatabases, testDatabase, testDatabaseUrl } from './test-database.js';
