import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Office hours are figures of decision `office-hours` now; the calendar remembers the version that it was computed with. */
export class OfficeHours1795802000004 implements MigrationInterface {
  readonly name = 'OfficeHours1795802000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table office_hours`);
    await runner.query(`alter table calendar_version add column office_hours_version int`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table calendar_version drop column office_hours_version`);
    await runner.query(`create table office_hours (scope text primary key, seasons jsonb not null)`);
  }
}
