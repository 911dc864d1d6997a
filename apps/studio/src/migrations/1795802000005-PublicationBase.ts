import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an approved model was compared with when it was approved, and the version that it became. */
export class PublicationBase1795802000005 implements MigrationInterface {
  readonly name = 'PublicationBase1795802000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE model_publication ADD COLUMN base text, ADD COLUMN version integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE model_publication DROP COLUMN base, DROP COLUMN version`);
  }
}
