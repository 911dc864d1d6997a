import type { MigrationInterface, QueryRunner } from 'typeorm';

const TEXT_TABLES = ['report_entry', 'report_file', 'report_handler'];

/**
 * Employee reports. Everything that says something is sealed by the report's own key; in the clear stand numbers, days and steps.
 * report_key and sealed_report may be there already: intake feeds them (SealedReport1795700000300).
 */
export class EmployeeReports1795701600010 implements MigrationInterface {
  readonly name = 'EmployeeReports1795701600010';

  async up(runner: QueryRunner): Promise<void> {
    await this.keys(runner);
    await this.reports(runner);
    await this.guards(runner);
  }

  private async keys(runner: QueryRunner): Promise<void> {
    // Both services may make them, also at once: IF NOT EXISTS alone does not see what another transaction is making.
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('huiying: sealed tables'))`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS report_key (
        id text PRIMARY KEY,
        report_no text NOT NULL UNIQUE,
        recipient text NOT NULL,
        wrapped text,
        destroyed_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE IF NOT EXISTS sealed_report (
        report_no text PRIMARY KEY,
        received_on text NOT NULL,
        content text NOT NULL
      )`);
    // The vault of libs/platform knows its keys as data_key(subject, kid): a report's are those of one recipient, reports.n.
    await runner.query(`
      CREATE VIEW data_key AS
        SELECT id, report_no AS subject, recipient AS kid, wrapped, destroyed_at FROM report_key`);
  }

  private async reports(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report (
        report_no text PRIMARY KEY,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sealed', 'destroyed')),
        received_at timestamptz NOT NULL,
        sealed_at timestamptz,
        instance_key bigint,
        receipt text,
        content_enc text NOT NULL,
        identity_enc text NOT NULL
      )`);
    await runner.query(`CREATE INDEX report_instance ON report (instance_key)`);
    await runner.query(`
      CREATE TABLE report_entry (
        id uuid PRIMARY KEY,
        report_no text NOT NULL REFERENCES report,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        content_enc text NOT NULL
      )`);
    await runner.query(`CREATE INDEX report_entry_of ON report_entry (report_no, seq)`);
    await runner.query(`
      CREATE TABLE report_file (
        id uuid PRIMARY KEY,
        report_no text NOT NULL REFERENCES report,
        n integer NOT NULL,
        content_type text NOT NULL,
        content_enc text NOT NULL,
        UNIQUE (report_no, n)
      )`);
    await runner.query(`
      CREATE TABLE report_handler (
        id uuid PRIMARY KEY,
        report_no text NOT NULL REFERENCES report,
        pseudonym text NOT NULL,
        part text NOT NULL,
        person_enc text NOT NULL,
        person_blind text NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz
      )`);
    await runner.query(`CREATE INDEX report_handler_person ON report_handler (person_blind) WHERE until IS NULL`);
    await runner.query(`CREATE INDEX report_handler_of ON report_handler (report_no, pseudonym)`);
    await runner.query(`
      CREATE TABLE report_task (
        id uuid PRIMARY KEY,
        report_no text NOT NULL REFERENCES report,
        task_key bigint NOT NULL UNIQUE,
        element_id text NOT NULL,
        form_id text NOT NULL,
        pseudonym text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'completed', 'withdrawn')),
        limit_id text,
        created_at timestamptz NOT NULL,
        due_at timestamptz,
        ended_at timestamptz
      )`);
    await runner.query(`CREATE INDEX report_task_open ON report_task (report_no, pseudonym) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE opening (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('identity', 'emergency')),
        report_no text NOT NULL,
        asked_enc text NOT NULL,
        first_enc text,
        second_enc text,
        asked_at timestamptz NOT NULL,
        opened_at timestamptz,
        until timestamptz
      )`);
    await runner.query(`
      CREATE TABLE report_audit (
        seq bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        event text NOT NULL,
        entry_enc text NOT NULL,
        prev text NOT NULL,
        hash text NOT NULL
      )`);
  }

  /** A sealed report does not change any more, the audit only grows: not even the service itself can (R05.6, access.md §6). */
  private async guards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit only grows'; END $$`);
    await runner.query(`
      CREATE TRIGGER report_audit_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_audit
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        DECLARE number text := CASE WHEN TG_OP = 'DELETE' THEN OLD.report_no ELSE NEW.report_no END;
        BEGIN
          IF EXISTS (SELECT 1 FROM report r WHERE r.report_no = number AND r.state <> 'open') THEN
            RAISE EXCEPTION 'the report is sealed';
          END IF;
          RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END $$`);
    for (const table of TEXT_TABLES)
      await runner.query(`
        CREATE TRIGGER ${table}_sealed BEFORE INSERT OR UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_sealed()`);
    await runner.query(`
      CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' OR (OLD.state <> 'open' AND NOT (NEW.state = 'destroyed' AND OLD.content_enc = NEW.content_enc)) THEN
            RAISE EXCEPTION 'the report is sealed';
          END IF;
          RETURN NEW;
        END $$`);
    await runner.query(`
      CREATE TRIGGER report_sealed BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION refuse_reopening()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report_audit', 'opening', 'report_task', ...TEXT_TABLES, 'report'])
      await runner.query(`DROP TABLE ${table}`);
    for (const name of ['refuse_change', 'refuse_sealed', 'refuse_reopening'])
      await runner.query(`DROP FUNCTION ${name}`);
    await runner.query(`DROP VIEW data_key`);
  }
}
