import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints that may count in the ranking of a year, the last count of each region, and what was published (R11.9). */
export class Ranking1795701400004 implements MigrationInterface {
  readonly name = 'Ranking1795701400004';

  async up(runner: QueryRunner): Promise<void> {
    // malicious: null until somebody judged it.
    await runner.query(`
      CREATE TABLE counted_complaint (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        store_id text,
        received_on date NOT NULL,
        malicious boolean,
        judged_by text
      )`);
    await runner.query(`CREATE INDEX counted_complaint_store ON counted_complaint (store_id, received_on)`);
    await runner.query(`
      CREATE TABLE ranking_tally (
        region_id text NOT NULL,
        year integer NOT NULL,
        stores jsonb NOT NULL,
        tallied_at timestamptz NOT NULL,
        PRIMARY KEY (region_id, year)
      )`);
    await runner.query(`
      CREATE TABLE ranking (
        region_id text NOT NULL,
        year integer NOT NULL,
        org_id text NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (region_id, year)
      )`);
    await runner.query(`
      CREATE TABLE ranking_place (
        region_id text NOT NULL,
        year integer NOT NULL,
        store_id text NOT NULL,
        rank integer NOT NULL,
        counted integer NOT NULL,
        fine_fen integer NOT NULL,
        PRIMARY KEY (region_id, year, store_id),
        FOREIGN KEY (region_id, year) REFERENCES ranking ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ranking_place', 'ranking', 'ranking_tally', 'counted_complaint'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
