import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may receive events beyond those of cases they may read (events.md §6). */
export class EventGrants1764000500000 implements MigrationInterface {
  readonly name = 'EventGrants1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_grant (
        id uuid primary key,
        person_id text,
        role text,
        types text[] not null,
        unit_id text,
        classes text[] not null,
        valid_until timestamptz,
        granted_by text not null,
        granted_at timestamptz not null,
        revoked_by text,
        revoked_at timestamptz,
        check ((person_id is null) <> (role is null)),
        check (classes <@ array['public', 'internal'])
      )`);
    await runner.query(`create index event_grant_in_force on event_grant (person_id, role) where revoked_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table event_grant`);
  }
}
