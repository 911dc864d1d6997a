import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of completed forms, one table in the schema of each service that owns forms. */
class FormRecords1795600000030 implements MigrationInterface {
  readonly name = 'FormRecords1795600000030';

  async up(runner: QueryRunner): Promise<void> {
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE form_record`);
  }
}

export const formMigrations = [FormRecords1795600000030];
