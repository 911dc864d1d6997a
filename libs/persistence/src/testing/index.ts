export { closeTestDatabases, testDatabase, type TestDatabaseOptions, testDatabaseUrl } from './test-database.js';
