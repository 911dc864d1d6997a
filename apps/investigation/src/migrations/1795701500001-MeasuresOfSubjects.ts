import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Measures of what is no case: supervision, corrective action, report (processes.md §0 "Variables"). */
export class MeasuresOfSubjects1795701500001 implements MigrationInterface {
  readonly name = 'MeasuresOfSubjects1795701500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE measure ADD COLUMN subject_no text`);
    await runner.query(`ALTER TABLE measure ADD COLUMN org_id text`);
    await runner.query(`UPDATE measure SET subject_no = coalesce(case_no, measure_no)`);
    await runner.query(`ALTER TABLE measure ALTER COLUMN subject_no SET NOT NULL`);
    await runner.query(`ALTER TABLE measure ADD CHECK (case_no IS NOT NULL OR org_id IS NOT NULL)`);
    await runner.query(`CREATE INDEX measure_subject ON measure (subject_no)`);
    await runner.query(`ALTER TABLE measure_number RENAME COLUMN case_no TO subject_no`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE measure_number RENAME COLUMN subject_no TO case_no`);
    await runner.query(`ALTER TABLE measure DROP COLUMN org_id`);
    await runner.query(`ALTER TABLE measure DROP COLUMN subject_no`);
  }
}
