import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archive of the reports: figures, what people wrote (sealed), the files with their hashes, who received them. */
export class Reports1795701700002 implements MigrationInterface {
  readonly name = 'Reports1795701700002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report (
        report_no text PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        report_id text NOT NULL,
        unit_id text NOT NULL,
        org_id text NOT NULL,
        org_type text NOT NULL,
        period text NOT NULL,
        period_from date NOT NULL,
        period_until date NOT NULL,
        due_on date NOT NULL,
        compiler_group text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'reviewed', 'delivered')),
        cases integer NOT NULL,
        cut_at timestamptz,
        tables jsonb,
        notes text[] NOT NULL DEFAULT '{}',
        items jsonb NOT NULL DEFAULT '[]',
        words_enc text,
        xlsx_enc text,
        xlsx_sha256 text,
        pdf_enc text,
        pdf_sha256 text,
        delivered_at timestamptz,
        meeting_on date
      );
      CREATE INDEX report_of_unit ON report (report_id, unit_id, period_until);
      CREATE TABLE report_recipient (
        report_no text REFERENCES report, role text, unit_id text, copies integer NOT NULL,
        PRIMARY KEY (report_no, role, unit_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE report_recipient`);
    await runner.query(`DROP TABLE report`);
  }
}
