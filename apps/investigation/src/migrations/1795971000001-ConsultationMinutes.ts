import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which task concluded which consultation, and the round of handling that it was held in (R04.10). */
export class ConsultationMinutes1795971000001 implements MigrationInterface {
  readonly name = 'ConsultationMinutes1795971000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultation_minutes (
        task_id text PRIMARY KEY,
        consultation_id uuid NOT NULL REFERENCES consultation
      )`);
    await runner.query(`CREATE INDEX consultation_minutes_of ON consultation_minutes (consultation_id)`);
    await runner.query(`ALTER TABLE consultation ADD COLUMN round integer NOT NULL DEFAULT 0`);
    await runner.query(`
      UPDATE consultation SET round = handling.round FROM handling WHERE handling.case_no = consultation.case_no`);
    // Minutes before: those of a case that were written since the consultation and before the next one.
    await runner.query(`
      INSERT INTO consultation_minutes (task_id, consultation_id)
      SELECT f.task_id, (SELECT c.consultation_id FROM consultation c
        WHERE c.case_no = f.subject_no AND c.opened_at <= f.completed_at ORDER BY c.opened_at DESC LIMIT 1)
      FROM form_record f
      WHERE f.form_id IN ('joint-consultation--conclude', 'joint-consultation--settle-difference')
        AND EXISTS (SELECT 1 FROM consultation c WHERE c.case_no = f.subject_no AND c.opened_at <= f.completed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE consultation DROP COLUMN round`);
    await runner.query(`DROP TABLE consultation_minutes`);
  }
}
