import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public page shows of a closed case besides its codes: the types of its measures. */
export class PublishedResults1795701100003 implements MigrationInterface {
  readonly name = 'PublishedResults1795701100003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE complaint_case ADD COLUMN measure_types text[] NOT NULL DEFAULT '{}'`);
    await runner.query(
      `CREATE INDEX complaint_case_published ON complaint_case (archived_at) WHERE state = 'archived' AND admission = 'accept'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX complaint_case_published`);
    await runner.query(`ALTER TABLE complaint_case DROP COLUMN measure_types`);
  }
}
