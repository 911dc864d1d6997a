import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Clock1795600000001 implements MigrationInterface {
  name = 'Clock1795600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clock.clock_state (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        epoch bigint NOT NULL,
        offset_ms bigint NOT NULL,
        pinned_at_ms bigint
      )`);
    await runner.query(`INSERT INTO clock.clock_state (epoch, offset_ms) VALUES (1, 0)`);
    await runner.query(`
      CREATE TABLE clock.clock_follower (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        epoch bigint NOT NULL,
        seen_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clock.clock_follower');
    await runner.query('DROP TABLE clock.clock_state');
  }
}
