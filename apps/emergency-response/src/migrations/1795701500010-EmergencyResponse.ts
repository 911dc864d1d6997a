import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Responses, who was told, the team, every measure with its time, what was published and corrected. */
export class EmergencyResponse1795701500010 implements MigrationInterface {
  readonly name = 'EmergencyResponse1795701500010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE response (
        case_no text NOT NULL,
        n integer NOT NULL,
        org_id text NOT NULL,
        org_type text NOT NULL,
        project_type text,
        because text NOT NULL,
        reason text NOT NULL,
        started_at timestamptz NOT NULL,
        round integer NOT NULL DEFAULT 1,
        closed_at timestamptz,
        result text,
        revise boolean,
        PRIMARY KEY (case_no, n)
      )`);
    await runner.query(`CREATE UNIQUE INDEX response_running ON response (case_no) WHERE closed_at IS NULL`);
    await runner.query(`CREATE INDEX response_started ON response (started_at, case_no)`);
    await runner.query(`
      CREATE TABLE alerted_member (
        case_no text NOT NULL,
        n integer NOT NULL,
        role text NOT NULL,
        person_id text NOT NULL,
        unit_id text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (case_no, n, role, person_id),
        FOREIGN KEY (case_no, n) REFERENCES response
      )`);
    await runner.query(`
      CREATE TABLE team (
        case_no text NOT NULL,
        n integer NOT NULL,
        site_lead text NOT NULL,
        member_ids text[] NOT NULL,
        monitor_lead text NOT NULL,
        spokesperson text NOT NULL,
        departments text[] NOT NULL,
        plan_enc text NOT NULL,
        formed_by text NOT NULL,
        formed_at timestamptz NOT NULL,
        PRIMARY KEY (case_no, n),
        FOREIGN KEY (case_no, n) REFERENCES response
      )`);
    await runner.query(`CREATE TABLE task_department (task_id text PRIMARY KEY, department text NOT NULL)`);
    await runner.query(`
      CREATE TABLE measure_entry (
        entry_id uuid PRIMARY KEY,
        case_no text NOT NULL,
        n integer NOT NULL,
        round integer NOT NULL,
        kind text NOT NULL,
        department text NOT NULL,
        person_id text NOT NULL,
        happened_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        task_id text NOT NULL,
        place integer NOT NULL,
        text_enc text NOT NULL,
        UNIQUE (task_id, place),
        FOREIGN KEY (case_no, n) REFERENCES response
      )`);
    await runner.query(`CREATE INDEX measure_entry_of ON measure_entry (case_no, n, happened_at)`);
    await runner.query(`
      CREATE TABLE release (
        release_id uuid PRIMARY KEY,
        case_no text NOT NULL,
        n integer NOT NULL,
        round integer NOT NULL,
        outcome_id text UNIQUE,
        channels text[] NOT NULL,
        text_enc text NOT NULL,
        drafted_by text NOT NULL,
        approved_by text NOT NULL,
        published_at timestamptz NOT NULL,
        corrects uuid UNIQUE REFERENCES release,
        FOREIGN KEY (case_no, n) REFERENCES response
      )`);
    await runner.query(`CREATE INDEX release_of ON release (case_no, n, published_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['release', 'measure_entry', 'task_department', 'team', 'alerted_member', 'response'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
