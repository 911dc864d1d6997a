import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work orders of the sales ladder, requests to change the promised date, and what a case keeps of both. */
export class SalesLadder1795701100001 implements MigrationInterface {
  readonly name = 'SalesLadder1795701100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE complaint_case
        ADD COLUMN date_changed_at timestamptz,
        ADD COLUMN feedback_given_at timestamptz,
        ADD COLUMN cause_code text`);
    await runner.query(`
      CREATE TABLE work_order (
        id uuid PRIMARY KEY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        purpose text NOT NULL CHECK (purpose IN ('climb', 'departments')),
        instance_key text NOT NULL,
        round int NOT NULL,
        level int NOT NULL CHECK (level BETWEEN 1 AND 5),
        departments text[] NOT NULL,
        task_id text NOT NULL,
        issued_by text NOT NULL,
        issued_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX work_order_case ON work_order (case_no, issued_at)`);
    await runner.query(`
      CREATE TABLE feedback_date_request (
        id uuid PRIMARY KEY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        new_date text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX feedback_date_request_case ON feedback_date_request (case_no, asked_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE feedback_date_request, work_order`);
    await runner.query(
      `ALTER TABLE complaint_case DROP COLUMN date_changed_at, DROP COLUMN feedback_given_at, DROP COLUMN cause_code`,
    );
  }
}
