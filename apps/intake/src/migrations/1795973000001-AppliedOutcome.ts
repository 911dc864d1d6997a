import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a review reached its case is said by its row in form_record (ADR 11). What was said in this table is said there, without answers: a
 * job that comes after this release, perhaps weeks after the event, finds its review applied, as before.
 */
export class AppliedOutcome1795973000001 implements MigrationInterface {
  readonly name = 'AppliedOutcome1795973000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO form_record (task_id, form_id, subject_no, actor_id, completed_at, answers_enc)
      SELECT outcome_id, 'applied', '', '', at, '' FROM applied_outcome ON CONFLICT DO NOTHING`);
    await runner.query(`DROP TABLE applied_outcome`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE applied_outcome (outcome_id text PRIMARY KEY, at timestamptz NOT NULL)`);
    await runner.query(`INSERT INTO applied_outcome SELECT task_id, completed_at FROM form_record`);
    await runner.query(`DELETE FROM form_record WHERE form_id = 'applied'`);
  }
}
