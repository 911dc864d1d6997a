import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of more kinds, counted by their bytes; what handlers wrote and have not sent, sealed by the report's own key. */
export class EvidenceAndDrafts1795806000001 implements MigrationInterface {
  readonly name = 'EvidenceAndDrafts1795806000001';

  async up(runner: QueryRunner): Promise<void> {
    // Files from before count as none: reports that are sealed already cannot be changed, and to others a few photos more do no harm.
    await runner.query(`
      ALTER TABLE report_file
        ADD COLUMN bytes integer NOT NULL DEFAULT 0,
        ADD COLUMN original boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE report_task ADD COLUMN review boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE report_draft (
        task_id uuid PRIMARY KEY REFERENCES report_task,
        report_no text NOT NULL REFERENCES report,
        person_blind text NOT NULL,
        data_enc text NOT NULL,
        version integer NOT NULL,
        saved_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TRIGGER report_draft_sealed BEFORE INSERT OR UPDATE ON report_draft
      FOR EACH ROW EXECUTE FUNCTION refuse_sealed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE report_draft`);
    await runner.query(`ALTER TABLE report_task DROP COLUMN review`);
    await runner.query(`ALTER TABLE report_file DROP COLUMN original, DROP COLUMN bytes`);
  }
}
