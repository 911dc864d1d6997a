import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Last number given per prefix, organisation and day. */
export class OwnNumbers1795600000031 implements MigrationInterface {
  readonly name = 'OwnNumbers1795600000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_number (
        prefix text, org_id text, day date, last integer NOT NULL, PRIMARY KEY (prefix, org_id, day))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE own_number`);
  }
}
