import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which task spoke for which department: a form that is checked twice must not speak for two (R04.10). */
export class ConsultationOpinion1764000600000 implements MigrationInterface {
  readonly name = 'ConsultationOpinion1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultation_opinion (
        task_id text PRIMARY KEY,
        consultation_id uuid NOT NULL REFERENCES consultation,
        department text NOT NULL
      )`);
    await runner.query(`CREATE INDEX consultation_opinion_of ON consultation_opinion (consultation_id)`);
    await runner.query(`
      INSERT INTO consultation_opinion (task_id, consultation_id, department)
      SELECT consultation_id || ':' || department, consultation_id, department
      FROM consultation, unnest(answered) AS department`);
    await runner.query(`ALTER TABLE consultation DROP COLUMN answered`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE consultation ADD COLUMN answered text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE consultation SET answered = coalesce(
        (SELECT array_agg(department) FROM consultation_opinion o WHERE o.consultation_id = consultation.consultation_id), '{}')`);
    await runner.query(`DROP TABLE consultation_opinion`);
  }
}
