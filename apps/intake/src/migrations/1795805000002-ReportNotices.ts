import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a periodic report is there, told to the posts it went to: no case, no content. */
export class ReportNotices1795805000002 implements MigrationInterface {
  readonly name = 'ReportNotices1795805000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_notice (
        id uuid PRIMARY KEY,
        report_no text NOT NULL UNIQUE,
        title text NOT NULL,
        recipients jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        sent_at timestamptz
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE report_notice`);
  }
}
