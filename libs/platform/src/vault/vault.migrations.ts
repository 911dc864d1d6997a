import type { MigrationInterface, QueryRunner } from 'typeorm';

class DataKey1795600000020 implements MigrationInterface {
  name = 'DataKey1795600000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_key (
        id text PRIMARY KEY,
        subject text NOT NULL UNIQUE,
        kid text NOT NULL,
        wrapped text,
        destroyed_at timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_key');
  }
}

/** For every schema that keeps sealed values: the table of its data keys, one key per subject (case). */
export const vaultMigrations: (new () => MigrationInterface)[] = [DataKey1795600000020];
