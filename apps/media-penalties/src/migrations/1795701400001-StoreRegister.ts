import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the directory does not say of stores and consultants: from when until when. */
export class StoreRegister1795701400001 implements MigrationInterface {
  readonly name = 'StoreRegister1795701400001';

  async up(runner: QueryRunner): Promise<void> {
    // A store without a row is open, whatever the day.
    await runner.query(`
      CREATE TABLE store (
        store_id text PRIMARY KEY,
        opened_on date,
        closed_on date,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        CHECK (closed_on IS NULL OR opened_on IS NULL OR closed_on >= opened_on)
      )`);
    await runner.query(`
      CREATE TABLE consultant (
        person_id text NOT NULL,
        store_id text NOT NULL,
        from_on date NOT NULL,
        until_on date,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, from_on),
        CHECK (until_on IS NULL OR until_on >= from_on)
      )`);
    await runner.query(`CREATE INDEX consultant_store ON consultant (store_id, from_on)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE consultant`);
    await runner.query(`DROP TABLE store`);
  }
}
