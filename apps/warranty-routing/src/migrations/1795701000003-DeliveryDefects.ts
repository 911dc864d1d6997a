import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Defects of the period of delivery and the analyses of those that concentrate (R10.4). */
export class DeliveryDefects1795701000003 implements MigrationInterface {
  readonly name = 'DeliveryDefects1795701000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE defect (
        defect_no text PRIMARY KEY,
        org_id text NOT NULL,
        case_no text UNIQUE,
        project_id text,
        project text,
        building text,
        description_enc text,
        component text,
        defect_type text,
        repair_group text,
        repair_unit text,
        planned_on date,
        registered_on date NOT NULL,
        registered_at timestamptz NOT NULL,
        registered_by text NOT NULL,
        rectified_on date,
        rectified_by text,
        accepted_at timestamptz,
        counted integer
      )`);
    await runner.query(`CREATE INDEX defect_kind ON defect (project_id, defect_type, registered_on)`);
    await runner.query(`CREATE INDEX defect_org ON defect (org_id, registered_at)`);
    await runner.query(`
      CREATE TABLE defect_analysis (
        analysis_id text PRIMARY KEY,
        defect_no text NOT NULL UNIQUE,
        project_id text NOT NULL,
        defect_type text NOT NULL,
        count integer NOT NULL,
        analysed_by text NOT NULL,
        sent_at timestamptz NOT NULL,
        filed_at timestamptz,
        filed_by text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE defect_analysis`);
    await runner.query(`DROP TABLE defect`);
  }
}
