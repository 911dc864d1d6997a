import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the statutory warranty of a building needs beside its acceptance: design life, and terms that the contract promises. */
export class WarrantyRegister1795701000001 implements MigrationInterface {
  readonly name = 'WarrantyRegister1795701000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE building
        ADD COLUMN design_life_years integer CHECK (design_life_years > 0),
        ADD COLUMN agreed_warranties jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE building DROP COLUMN design_life_years, DROP COLUMN agreed_warranties`);
  }
}
