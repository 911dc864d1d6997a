import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schema employee_reports, as far as intake feeds it. Only role huiying_employee_reports may look in; intake gets in by one function
 * that runs as the owner and moves the report's data key along, so that intake's own tables keep no trace of a report, not even a
 * number (access.md §5).
 */
export class SealedReport1795700000300 implements MigrationInterface {
  readonly name = 'SealedReport1795700000300';

  async up(runner: QueryRunner): Promise<void> {
    // Both services may make them, also at once: IF NOT EXISTS alone does not see what another transaction is making.
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('huiying: sealed tables'))`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS employee_reports.report_key (
        id text PRIMARY KEY,
        report_no text NOT NULL UNIQUE,
        recipient text NOT NULL,
        wrapped text,
        destroyed_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS employee_reports.sealed_report (
        report_no text PRIMARY KEY,
        received_on text NOT NULL,
        content text NOT NULL
      )`);
    await runner.query(`
      CREATE FUNCTION seal_report(report_no text, received_on text, content text) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
        INSERT INTO employee_reports.report_key (id, report_no, recipient, wrapped)
          SELECT k.id, k.subject, k.kid, k.wrapped FROM data_key k WHERE k.subject = seal_report.report_no;
        DELETE FROM data_key k WHERE k.subject = seal_report.report_no;
        INSERT INTO employee_reports.sealed_report (report_no, received_on, content)
          VALUES (seal_report.report_no, seal_report.received_on, seal_report.content);
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION seal_report`);
    await runner.query(`DROP TABLE employee_reports.sealed_report, employee_reports.report_key`);
  }
}
