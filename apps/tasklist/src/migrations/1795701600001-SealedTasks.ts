import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All that the tasklist knows of a sealed task: that there is one, and when to ring. `hand_over` is what the engine said of it, kept until
 * employee-reports has it, and holds neither number nor person (access.md §5).
 */
export class SealedTasks1795701600001 implements MigrationInterface {
  name = 'SealedTasks1795701600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sealed_task (
        task_key bigint primary key,
        sealed boolean not null default true,
        hand_over jsonb,
        rings_at timestamptz,
        withdrawn boolean not null default false
      )`);
    await runner.query(`create index sealed_task_rings on sealed_task (rings_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sealed_task`);
  }
}
