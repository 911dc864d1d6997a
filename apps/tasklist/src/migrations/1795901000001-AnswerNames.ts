import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beside the answers of a completed task: what the options and people that they name were called then, sealed like them. */
export class AnswerNames1795901000001 implements MigrationInterface {
  name = 'AnswerNames1795901000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task_outcome add column named_enc text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table task_outcome drop column named_enc`);
  }
}
