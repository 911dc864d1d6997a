import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 媒体曝光: what was published, of which store, what became of it. What people write about it is sealed. */
export class Exposure1795701300002 implements MigrationInterface {
  readonly name = 'Exposure1795701300002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exposure (
        exposure_no text PRIMARY KEY,
        org_id text NOT NULL,
        unit_id text NOT NULL,
        store_id text,
        case_no text,
        medium text NOT NULL,
        outlet text NOT NULL,
        media_level text,
        published_on date NOT NULL,
        by_customer boolean,
        about text,
        summary_enc text,
        state text NOT NULL CHECK (state IN ('registered', 'not-ours', 'notified', 'cleared', 'confirmed')),
        registered_at timestamptz NOT NULL,
        registered_by text NOT NULL,
        told_case_no text,
        clarified_outlet text,
        clarified_level text,
        clarified_on date,
        because text,
        payees text[] NOT NULL DEFAULT '{}'
      )`);
    await runner.query(`CREATE INDEX exposure_list ON exposure (registered_at DESC, exposure_no DESC)`);
    await runner.query(`CREATE INDEX exposure_case ON exposure (case_no)`);
    await runner.query(`CREATE INDEX exposure_report ON exposure (org_id, published_on, medium, outlet)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE exposure`);
  }
}
