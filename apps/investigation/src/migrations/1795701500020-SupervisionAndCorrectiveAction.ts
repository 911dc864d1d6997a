import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the supervision office, sealed; corrective actions with their rounds. */
export class SupervisionAndCorrectiveAction1795701500020 implements MigrationInterface {
  readonly name = 'SupervisionAndCorrectiveAction1795701500020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supervision (
        supervision_no text PRIMARY KEY,
        subject_no text NOT NULL UNIQUE,
        org_id text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('referral', 'complainant', 'delay', 'audit')),
        origin_no text NOT NULL,
        case_no text,
        limit_id text,
        reason_enc text,
        referred_by text,
        opened_at timestamptz NOT NULL,
        taken_up boolean,
        misconduct text,
        respondent_type text,
        respondent_group text,
        store_id text,
        person_id text,
        concluded_at timestamptz,
        found boolean,
        violation_code text,
        systemic boolean,
        UNIQUE (origin, origin_no)
      )`);
    await runner.query(`CREATE INDEX supervision_violation ON supervision (store_id, violation_code)`);
    await runner.query(`
      CREATE TABLE corrective_action (
        action_no text PRIMARY KEY,
        org_id text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('case', 'survey', 'audit', 'report', 'recurring')),
        origin_no text NOT NULL,
        cause_code text,
        responsible_group text NOT NULL,
        opened_at timestamptz NOT NULL,
        rounds integer NOT NULL DEFAULT 1,
        closed_at timestamptz,
        rule_change boolean
      )`);
    await runner.query(`CREATE INDEX corrective_action_origin ON corrective_action (origin, origin_no)`);
    // What was opened before these tables is in follow_on; the corrective actions of cases go on from there.
    await runner.query(`
      INSERT INTO corrective_action (action_no, org_id, origin, origin_no, responsible_group, opened_at)
      SELECT f.number, h.org_id, 'case', f.origin_no, coalesce(h.handler_group, 'customer-service'), f.opened_at
      FROM follow_on f JOIN handling h ON h.case_no = f.origin_no WHERE f.kind = 'corrective-action'`);
    await runner.query(`
      INSERT INTO supervision (supervision_no, subject_no, org_id, origin, origin_no, opened_at)
      SELECT f.number, f.number, coalesce(h.org_id, split_part(f.number, '-', 2)), 'delay', f.origin_no, f.opened_at
      FROM follow_on f LEFT JOIN handling h ON h.case_no = f.origin_no WHERE f.kind = 'supervision'
      ON CONFLICT DO NOTHING`);
    await runner.query(`DROP TABLE follow_on`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follow_on (
        number text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('corrective-action', 'supervision')),
        origin_no text NOT NULL,
        opened_at timestamptz NOT NULL
      )`);
    await runner.query(`
      INSERT INTO follow_on SELECT action_no, 'corrective-action', origin_no, opened_at FROM corrective_action
      UNION ALL SELECT supervision_no, 'supervision', origin_no, opened_at FROM supervision`);
    await runner.query(`DROP TABLE corrective_action`);
    await runner.query(`DROP TABLE supervision`);
  }
}
