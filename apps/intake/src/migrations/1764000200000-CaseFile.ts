import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies in the file of a case: notices, timeline, notes, what the complainant sent, attachments, which answers of forms were taken over. */
export class CaseFile1764000200000 implements MigrationInterface {
  readonly name = 'CaseFile1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        template text NOT NULL,
        channel text NOT NULL,
        state text NOT NULL,
        title text NOT NULL,
        body_enc text NOT NULL,
        in_portal boolean NOT NULL,
        to_staff text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        sent_at timestamptz
      )`);
    await runner.query(`CREATE INDEX notice_case ON notice (case_no, created_at)`);
    await runner.query(`
      CREATE TABLE timeline_entry (
        id text PRIMARY KEY,
        case_no text NOT NULL,
        at timestamptz NOT NULL,
        type text NOT NULL,
        source text NOT NULL,
        sequence text,
        actor_id text NOT NULL,
        process text,
        element text,
        detail jsonb NOT NULL
      )`);
    await runner.query(`CREATE INDEX timeline_entry_case ON timeline_entry (case_no, at)`);
    await runner.query(`
      CREATE TABLE case_note (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        author_id text NOT NULL,
        author_name text NOT NULL,
        purpose text NOT NULL,
        text_enc text NOT NULL,
        text_masked text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX case_note_case ON case_note (case_no, at)`);
    await runner.query(`
      CREATE TABLE complainant_message (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        kind text NOT NULL,
        text_enc text,
        text_masked text,
        score int,
        files int NOT NULL DEFAULT 0,
        facts jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX complainant_message_case ON complainant_message (case_no, at)`);
    await runner.query(`
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        case_no text REFERENCES complaint_case (case_no),
        origin text NOT NULL,
        message_id uuid,
        content_type text NOT NULL,
        bytes int NOT NULL,
        sha256 text NOT NULL,
        serial int,
        created_at timestamptz NOT NULL,
        expires_at timestamptz
      )`);
    await runner.query(`CREATE INDEX attachment_case ON attachment (case_no)`);
    await runner.query(`
      CREATE TABLE attachment_chunk (
        attachment_id uuid NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
        n int NOT NULL,
        content_enc text NOT NULL,
        PRIMARY KEY (attachment_id, n)
      )`);
    await runner.query(`
      CREATE TABLE applied_outcome (
        outcome_id text PRIMARY KEY,
        at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE inquiry (
        case_no text PRIMARY KEY REFERENCES complaint_case (case_no),
        answered_now boolean,
        handler_group text,
        signed boolean NOT NULL DEFAULT false,
        answer_enc text,
        answered_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE diversion_measure (
        measure_no text PRIMARY KEY,
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        type text NOT NULL,
        purpose text NOT NULL,
        measure_group text NOT NULL,
        planned_on text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE diversion_measure, inquiry, applied_outcome, attachment_chunk, attachment, complainant_message, case_note,
        timeline_entry, notice`,
    );
  }
}
