import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a department does with a case: the handling, what its forms said, measures, decisions and consultations. */
export class Handling1764000200000 implements MigrationInterface {
  readonly name = 'Handling1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE handling (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        round integer NOT NULL DEFAULT 0,
        handling_process text,
        handler_group text,
        overseer text,
        departments text[] NOT NULL DEFAULT '{}',
        justified text,
        conclusive boolean,
        cause_code text,
        silent text[] NOT NULL DEFAULT '{}',
        decided_by text,
        corrective_action_no text
      )`);
    await runner.query(`
      CREATE TABLE form_record (
        task_id text PRIMARY KEY,
        form_id text NOT NULL,
        subject_no text NOT NULL,
        case_no text,
        round integer NOT NULL DEFAULT 0,
        actor_id text NOT NULL,
        completed_at timestamptz NOT NULL,
        answers_enc text NOT NULL
      )`);
    await runner.query(`CREATE INDEX form_record_case ON form_record (case_no, form_id, completed_at)`);
    await runner.query(`CREATE INDEX form_record_subject ON form_record (subject_no, form_id)`);
    await runner.query(`
      CREATE TABLE measure (
        measure_no text PRIMARY KEY,
        case_no text,
        source_task_id text,
        place integer NOT NULL,
        type text NOT NULL,
        assigned_group text NOT NULL,
        planned_on date NOT NULL,
        amount_fen bigint,
        description_enc text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'in-force', 'done', 'closed')),
        done_on date,
        done_by text,
        paid_fen bigint,
        closed_on date,
        UNIQUE (source_task_id, place)
      )`);
    await runner.query(`CREATE INDEX measure_case ON measure (case_no)`);
    await runner.query(`
      CREATE TABLE measure_number (case_no text PRIMARY KEY, last integer NOT NULL)`);
    await runner.query(`
      CREATE TABLE decision (
        decision_id uuid PRIMARY KEY,
        case_no text NOT NULL,
        round integer NOT NULL,
        task_id text NOT NULL UNIQUE,
        level integer,
        decider_group text NOT NULL,
        decided_by text NOT NULL,
        justified text NOT NULL,
        amount_fen bigint NOT NULL,
        issued_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX decision_case ON decision (case_no, issued_at)`);
    await runner.query(`
      CREATE TABLE consultation (
        consultation_id uuid PRIMARY KEY,
        case_no text NOT NULL,
        departments text[] NOT NULL,
        lead_group text NOT NULL,
        opened_at timestamptz NOT NULL,
        answered text[] NOT NULL DEFAULT '{}',
        concluded_at timestamptz
      )`);
    await runner.query(`CREATE INDEX consultation_case ON consultation (case_no, opened_at)`);
    await runner.query(`
      CREATE TABLE severity_change (
        change_id text PRIMARY KEY,
        case_no text NOT NULL,
        before text,
        after text NOT NULL,
        complexity text,
        at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE own_number (prefix text, org_id text, day date, last integer NOT NULL, PRIMARY KEY (prefix, org_id, day))`);
    await runner.query(`
      CREATE TABLE follow_on (
        number text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('corrective-action', 'supervision')),
        origin_no text NOT NULL,
        opened_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'follow_on',
      'own_number',
      'severity_change',
      'consultation',
      'decision',
      'measure_number',
      'measure',
      'form_record',
      'handling',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
