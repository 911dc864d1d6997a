import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units that a process named for a task, so that it finds its people again once its role is held there. */
export class NamedUnits1795970000003 implements MigrationInterface {
  name = 'NamedUnits1795970000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task add column unit_ids text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task drop column unit_ids`);
  }
}
