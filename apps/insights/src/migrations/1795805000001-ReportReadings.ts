import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has opened a report: the others are still told that it is there. */
export class ReportReadings1795805000001 implements MigrationInterface {
  readonly name = 'ReportReadings1795805000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_reading (
        report_no text REFERENCES report, person_id text, at timestamptz NOT NULL,
        PRIMARY KEY (report_no, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE report_reading`);
  }
}
