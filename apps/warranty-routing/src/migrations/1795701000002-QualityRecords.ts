import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys, reports with their receipts, assignments, repairs and rounds of tracking of quality cases; texts stand in form_record. */
export class QualityRecords1795701000002 implements MigrationInterface {
  readonly name = 'QualityRecords1795701000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey (
        task_id text PRIMARY KEY,
        case_no text NOT NULL,
        level integer NOT NULL,
        liability text CHECK (liability IN ('owner', 'not-owner')),
        extent text NOT NULL CHECK (extent IN ('minor', 'ordinary', 'serious')),
        can_repair boolean NOT NULL,
        component text NOT NULL,
        photos integer NOT NULL,
        surveyed_at timestamptz NOT NULL,
        by text NOT NULL,
        done_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX survey_case ON survey (case_no, done_at)`);
    await runner.query(`
      CREATE TABLE survey_report (
        report_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_no text NOT NULL,
        outcome_id text NOT NULL UNIQUE,
        written_by text NOT NULL,
        sent_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX survey_report_case ON survey_report (case_no, sent_at)`);
    await runner.query(`
      CREATE TABLE survey_report_receipt (
        report_id bigint NOT NULL REFERENCES survey_report,
        recipient text NOT NULL,
        unit_id text,
        delivered_at timestamptz NOT NULL,
        received_at timestamptz,
        received_by text,
        PRIMARY KEY (report_id, recipient)
      )`);
    await runner.query(`
      CREATE TABLE repair_assignment (
        task_id text PRIMARY KEY,
        case_no text NOT NULL,
        repair_group text NOT NULL,
        under_warranty boolean NOT NULL,
        completion_accepted_on date NOT NULL,
        visit_at timestamptz NOT NULL,
        agreed_on date,
        by text NOT NULL,
        assigned_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX repair_assignment_case ON repair_assignment (case_no, assigned_at)`);
    await runner.query(`
      CREATE TABLE repair (
        source_id text PRIMARY KEY,
        case_no text NOT NULL,
        level integer NOT NULL,
        repair_group text NOT NULL,
        under_warranty boolean,
        done_on date NOT NULL,
        accepted boolean NOT NULL,
        recorded_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX repair_case ON repair (case_no, recorded_at)`);
    await runner.query(`
      CREATE TABLE tracking_round (
        task_id text PRIMARY KEY,
        case_no text NOT NULL,
        tracked boolean NOT NULL,
        next_on date,
        by text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX tracking_round_case ON tracking_round (case_no, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'tracking_round',
      'repair',
      'repair_assignment',
      'survey_report_receipt',
      'survey_report',
      'survey',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
