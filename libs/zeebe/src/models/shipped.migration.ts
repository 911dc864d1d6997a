import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that releases of the product brought: what an operator's figures are compared with when the next one comes. */
export class ShippedModel1795802000002 implements MigrationInterface {
  readonly name = 'ShippedModel1795802000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shipped (
        file text NOT NULL,
        serial integer NOT NULL,
        resource_name text NOT NULL,
        content text NOT NULL,
        shipped_at timestamptz NOT NULL,
        whole boolean NOT NULL,
        figures jsonb NOT NULL,
        PRIMARY KEY (file, serial)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE shipped`);
  }
}
