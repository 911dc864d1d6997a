import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schedules: how far each has come for each unit, and what it started. */
export class Schedules1795701200001 implements MigrationInterface {
  readonly name = 'Schedules1795701200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule_progress (
        schedule_id text not null,
        unit_id text not null,
        done_until date not null,
        primary key (schedule_id, unit_id)
      )`);
    await runner.query(`
      create table schedule_start (
        schedule_id text not null,
        unit_id text not null,
        period text not null,
        key text not null unique,
        starts_on date not null,
        due_on date not null,
        published_at timestamptz not null,
        primary key (schedule_id, unit_id, period)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table schedule_start`);
    await runner.query(`drop table schedule_progress`);
  }
}
