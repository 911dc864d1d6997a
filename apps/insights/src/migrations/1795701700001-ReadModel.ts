import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the events told: cases, limits, tasks, and counts of what is sealed. Ids, codes, dates and numbers alone. */
export class ReadModel1795701700001 implements MigrationInterface {
  readonly name = 'ReadModel1795701700001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_fact (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        org_type text,
        kind text,
        topic text,
        channel text,
        received_at timestamptz,
        received_on date,
        reply_by timestamptz,
        project_id text,
        project text,
        developer_id text,
        property_company_id text,
        respondent_type text,
        respondent_unit_id text,
        households integer NOT NULL DEFAULT 1,
        anonymous boolean NOT NULL DEFAULT false,
        key_customer boolean NOT NULL DEFAULT false,
        has_address boolean NOT NULL DEFAULT false,
        master_no text,
        admission text,
        target text,
        sealed boolean NOT NULL DEFAULT false,
        accepted_at timestamptz,
        severity text,
        complexity text,
        handling_process text,
        handler_group text,
        answered_at timestamptz,
        archived_at timestamptz,
        withdrawn_at timestamptz,
        justified text,
        valid boolean,
        malicious boolean,
        rounds integer,
        cause_code text,
        score integer,
        satisfied boolean,
        words text[] NOT NULL DEFAULT '{}'
      );
      CREATE INDEX case_fact_received ON case_fact (received_on, org_id);
      CREATE TABLE limit_fact (
        deadline_id text PRIMARY KEY,
        case_no text,
        subject_no text NOT NULL,
        org_id text NOT NULL,
        limit_id text NOT NULL,
        started_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        met_at timestamptz,
        missed_at timestamptz,
        paused boolean NOT NULL DEFAULT false,
        extended boolean NOT NULL DEFAULT false,
        replaced boolean NOT NULL DEFAULT false
      );
      CREATE INDEX limit_fact_case ON limit_fact (case_no);
      CREATE INDEX limit_fact_due ON limit_fact (due_at) WHERE met_at IS NULL;
      CREATE TABLE task_fact (
        task_id text PRIMARY KEY,
        case_no text,
        subject_no text NOT NULL,
        org_id text NOT NULL,
        process text NOT NULL,
        version integer NOT NULL,
        element text NOT NULL,
        task_group text NOT NULL,
        created_at timestamptz,
        completed_at timestamptz,
        withdrawn_at timestamptz,
        waited_seconds bigint,
        worked_seconds bigint,
        hand_over_ids text[] NOT NULL DEFAULT '{}'
      );
      CREATE INDEX task_fact_subject ON task_fact (subject_no, created_at);
      CREATE INDEX task_fact_completed ON task_fact (completed_at);
      CREATE TABLE sealed_count (
        kind text, org_id text, year integer, count integer NOT NULL, PRIMARY KEY (kind, org_id, year)
      );
      CREATE TABLE household_count (
        unit_id text, valid_from date, households integer NOT NULL CHECK (households >= 0),
        entered_by text NOT NULL, entered_at timestamptz NOT NULL, PRIMARY KEY (unit_id, valid_from)
      );
      CREATE TABLE hot_topic (
        hot_topic_id text PRIMARY KEY,
        word text NOT NULL,
        org_id text NOT NULL,
        project_id text,
        project text,
        from_on date NOT NULL,
        to_on date NOT NULL,
        count integer NOT NULL,
        before integer NOT NULL,
        detected_at timestamptz NOT NULL
      );
      CREATE INDEX hot_topic_to ON hot_topic (to_on, org_id);
      CREATE TABLE clock_run (name text PRIMARY KEY, ran_at timestamptz NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of 'clock_run hot_topic household_count sealed_count task_fact limit_fact case_fact'.split(' '))
      await runner.query(`DROP TABLE ${table}`);
  }
}
