import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints about stores and consultants: how they climbed and whose fault was judged. Ids and codes; what people wrote is in form_record. */
export class AgencyCase1795701400002 implements MigrationInterface {
  readonly name = 'AgencyCase1795701400002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_case (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        store_id text,
        consultant_id text,
        escalated text CHECK (escalated IN ('late', 'dissatisfied')),
        charged_at timestamptz,
        respondent_type text,
        store_fault boolean,
        consultant_fault boolean,
        malicious boolean,
        violation_code text,
        judged_by text,
        judged_at timestamptz
      )`);
    await runner.query(`CREATE INDEX agency_case_violation ON agency_case (store_id, violation_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE agency_case`);
  }
}
