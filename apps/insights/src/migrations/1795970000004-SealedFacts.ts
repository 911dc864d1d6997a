import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of supervision files a number a year is counted, nothing else: what was told of their tasks and limits goes (events.md §2). */
export class SealedFacts1795970000004 implements MigrationInterface {
  readonly name = 'SealedFacts1795970000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['task_fact', 'limit_fact'])
      await runner.query(`DELETE FROM ${table} WHERE subject_no ~ '^(JB-|DB-|supervision-audit:)'`);
  }

  async down(): Promise<void> {
    // What was never to be kept does not come back.
  }
}
