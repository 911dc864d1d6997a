import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 分店间投诉: who, where it stands, its days. What the stores write is sealed: the description here, the rest in form_record. */
export class Dispute1795701400003 implements MigrationInterface {
  readonly name = 'Dispute1795701400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dispute (
        dispute_no text PRIMARY KEY,
        case_no text UNIQUE,
        org_id text NOT NULL,
        region_id text,
        complaining_store_id text,
        respondent_store_id text,
        parties text[] NOT NULL DEFAULT '{}',
        description_enc text,
        state text NOT NULL,
        opened_by text NOT NULL,
        opened_at timestamptz NOT NULL,
        due_on date,
        served_on date,
        received_on date,
        ruled_by text CHECK (ruled_by IN ('default', 'mediation', 'region')),
        poorly_handled_by text[],
        ended_at timestamptz
      )`);
    await runner.query(`CREATE INDEX dispute_list ON dispute (opened_at DESC, dispute_no DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE dispute`);
  }
}
