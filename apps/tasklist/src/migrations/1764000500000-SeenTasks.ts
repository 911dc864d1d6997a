import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Against a plain gateway nobody tells that a task vanished: it counts as gone when it was not handed out again for long. */
export class SeenTasks1764000500000 implements MigrationInterface {
  name = 'SeenTasks1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table seen_job (job_key bigint primary key, seen_at timestamptz not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table seen_job`);
  }
}
