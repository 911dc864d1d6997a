import { schemaDataSource, type SchemaOptions } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { asRole, MIGRATE_ROLE } from '@huiying/platform';
import { EMPLOYEE_REPORTS } from '../../apps/employee-reports/src/employee-reports.parts.js';
import { intakeSchema } from '../../apps/intake/src/intake.schema.js';

const ROUNDS = 4;

describe('the tables that intake hands reports over by', () => {
  afterAll(closeTestDatabases);

  async function migrate(url: string, schema: SchemaOptions): Promise<number> {
    const database = await schemaDataSource(asRole(url, MIGRATE_ROLE), { ...schema, entities: [] }).initialize();
    try {
      return (await database.runMigrations()).length;
    } finally {
      await database.destroy();
    }
  }

  it('are made by whoever starts first, also where both start at once (access.md §5)', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const url = testDatabaseUrl(await testDatabase({ name: 'access', migrations: [], poolSize: 1 }));
      const made = await Promise.all([migrate(url, intakeSchema), migrate(url, EMPLOYEE_REPORTS)]);
      expect(made).toEqual([intakeSchema.migrations.length, EMPLOYEE_REPORTS.migrations.length]);
    }
  });
});
