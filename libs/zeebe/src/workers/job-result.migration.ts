import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `job_result`: what a job of this service ended in, committed together with its effect (architecture §3). */
class JobResult1764000000000 implements MigrationInterface {
  readonly name = 'JobResult1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_result (
        job_key bigint PRIMARY KEY,
        job_type text NOT NULL,
        outcome jsonb,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX job_result_created_at ON job_result (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE job_result`);
  }
}

/** For the `migrations` of a service that has workers. */
export const zeebeMigrations = [JobResult1764000000000];
