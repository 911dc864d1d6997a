import { asRole, RelationWriter, serviceRole } from '@huiying/platform';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from './testing/index.js';

class Notes1795600000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id int PRIMARY KEY)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

const options = { name: 'intake' as const, migrations: [Notes1795600000100] };

describe('testDatabase', () => {
  afterAll(closeTestDatabases);

  it('gives each test a database of its own, with the migrated schema as search path', async () => {
    const [first, second] = [await testDatabase(options), await testDatabase(options)];
    await first.query('INSERT INTO note (id) VALUES (1)');
    expect(await second.query('SELECT * FROM note')).toEqual([]);
    expect(await first.query('SELECT id FROM intake.note')).toEqual([{ id: 1 }]);
  });

  it("works as the service's own role, which writes relations but no directory and no other schema", async () => {
    const database = await testDatabase(options);
    await new RelationWriter().grant(database.manager, {
      caseNo: 'TS-1',
      rel: 'own',
      personId: 'p1',
      source: 'intake',
    });
    await expect(database.query(`INSERT INTO access.unit (id) VALUES ('x')`)).rejects.toThrow('permission denied');
    await expect(database.query(`SELECT * FROM employee_reports.data_key`)).rejects.toThrow('permission denied');
    await expect(database.query(`CREATE TABLE intake.other (id int)`)).rejects.toThrow('permission denied');
  });

  it('lets a service change only the relations that it wrote itself (access.md §2)', async () => {
    const database = await testDatabase(options);
    const relations = new RelationWriter();
    const mine = { caseNo: 'TS-1', rel: 'hnd' as const, personId: 'p1', source: 'mine' };
    const theirs = { ...mine, source: 'theirs' };
    await relations.grant(database.manager, mine);
    const other = await new DataSource({ type: 'postgres', url: roleUrl(database, 'tasklist') }).initialize();
    await relations.grant(other.manager, theirs);
    await relations.revoke(database.manager, theirs);
    await relations.revoke(database.manager, mine);
    await expect(
      relations.grant(database.manager, { ...theirs, until: new Date('2026-03-02T01:00:00Z') }),
    ).rejects.toThrow('row-level security');
    expect(await database.query('SELECT source, written_by FROM access.case_relation')).toEqual([
      { source: 'theirs', written_by: 'huiying_tasklist' },
    ]);
    await other.destroy();
  });
});

function roleUrl(database: DataSource, schema: string): string {
  return asRole(testDatabaseUrl(database), serviceRole(schema));
}
