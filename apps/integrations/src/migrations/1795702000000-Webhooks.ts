import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subscriptions with their place in the log, what was sent for them, and grants to a consulted authority (R06.4). */
export class Webhooks1795702000000 implements MigrationInterface {
  readonly name = 'Webhooks1795702000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table event_grant add column consulted_unit_id text`);
    await runner.query(`
      create table webhook (
        id uuid primary key,
        owner_id text not null,
        url text not null,
        types text[] not null,
        org_id text,
        case_no text,
        ordered boolean not null,
        description text not null,
        secret_enc text not null,
        state text not null check (state in ('enabled', 'disabled')),
        disabled_because text,
        cursor bigint not null,
        created_at timestamptz not null,
        last_success_at timestamptz not null
      )`);
    await runner.query(`
      create table webhook_delivery (
        webhook_id uuid not null references webhook on delete cascade,
        n bigint generated always as identity primary key,
        event_id text not null,
        event_type text not null,
        key text not null,
        body text not null,
        state text not null check (state in ('waiting', 'sent', 'dead')),
        attempt integer not null default 0,
        next_at timestamptz not null,
        status integer,
        answer text,
        took_ms integer,
        created_at timestamptz not null,
        unique (webhook_id, event_id)
      )`);
    await runner.query(`create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting'`);
    await runner.query(
      `create index webhook_delivery_key on webhook_delivery (webhook_id, key, n) where state = 'waiting'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table webhook_delivery`);
    await runner.query(`drop table webhook`);
    await runner.query(`alter table event_grant drop column consulted_unit_id`);
  }
}
