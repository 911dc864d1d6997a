import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a letter is about where a case has several of its kind: the number of the extension that it tells (R04.13, R09.7). */
export class NoticeAbout1795971000002 implements MigrationInterface {
  readonly name = 'NoticeAbout1795971000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notice ADD COLUMN about text`);
    // Letters before told of what was granted last, one after the other.
    await runner.query(`
      UPDATE notice SET about = case_no || '-Y' || n FROM (
        SELECT id, row_number() OVER (PARTITION BY case_no ORDER BY seq) AS n FROM notice WHERE template = 'extension') told
      WHERE notice.id = told.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notice DROP COLUMN about`);
  }
}
