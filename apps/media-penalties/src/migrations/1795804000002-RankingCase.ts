import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The complaints behind a published ranking, as they were counted (R11.9). Rankings of before have none. */
export class RankingCase1795804000002 implements MigrationInterface {
  readonly name = 'RankingCase1795804000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ranking_tally ADD COLUMN cases jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE ranking ADD COLUMN explained boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE ranking_case (
        region_id text NOT NULL,
        year integer NOT NULL,
        no text NOT NULL,
        store_id text NOT NULL,
        received_on date NOT NULL,
        malicious boolean NOT NULL,
        PRIMARY KEY (region_id, year, no),
        FOREIGN KEY (region_id, year) REFERENCES ranking ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ranking_case`);
    await runner.query(`ALTER TABLE ranking DROP COLUMN explained`);
    await runner.query(`ALTER TABLE ranking_tally DROP COLUMN cases`);
  }
}
