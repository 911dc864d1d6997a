import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at what a release of the product met; changes of figures know their figure by what it is, for a release may number rows anew. */
export class ReleasesSeen1795802000003 implements MigrationInterface {
  readonly name = 'ReleasesSeen1795802000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE release_seen (
        file text NOT NULL,
        serial integer NOT NULL,
        seen_by text NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (file, serial)
      )`);
    await runner.query(`ALTER TABLE parameter_change ADD COLUMN figure_key text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE parameter_change DROP COLUMN figure_key`);
    await runner.query(`DROP TABLE release_seen`);
  }
}
