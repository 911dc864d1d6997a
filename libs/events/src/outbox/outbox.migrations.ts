import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox and inbox of a service, in its own schema (the search path of the connection). */
class EventsOutbox1764000000000 implements MigrationInterface {
  readonly name = 'EventsOutbox1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        seq bigint generated always as identity primary key,
        id uuid not null unique,
        xid xid8 not null default pg_current_xact_id(),
        kind text not null check (kind in ('event', 'message', 'job', 'notice')),
        type text not null,
        topic text,
        partition_key text not null,
        key_seq bigint,
        envelope jsonb,
        data text not null,
        created_at timestamptz not null default clock_timestamp(),
        attempts int not null default 0,
        last_error text,
        parked_at timestamptz,
        held_for text,
        held_at timestamptz
      )`);
    await runner.query(`create index outbox_by_kind on outbox (kind, seq)`);
    await runner.query(`create index outbox_parked on outbox (kind, partition_key) where parked_at is not null`);
    await runner.query(`create table outbox_key (partition_key text primary key, last bigint not null)`);
    await runner.query(`
      create table inbox (
        grp text not null, source text not null, id text not null, at timestamptz not null default clock_timestamp(),
        primary key (grp, source, id)
      )`);
    await runner.query(`create index inbox_by_age on inbox (at)`);
    await runner.query(`
      create table parked_event (
        seq bigint generated always as identity primary key,
        grp text not null,
        source text not null,
        id text not null,
        type text not null,
        partition_key text not null,
        event jsonb not null,
        error text not null,
        attempts int not null,
        parked_at timestamptz not null default clock_timestamp(),
        unique (grp, source, id)
      )`);
    await runner.query(`create index parked_event_by_key on parked_event (grp, partition_key, seq)`);
    await runner.query(`
      create function outbox_notify() returns trigger language plpgsql as $$
      begin
        perform pg_notify('outbox_' || tg_table_schema, '');
        return null;
      end $$`);
    await runner.query(
      `create trigger outbox_appended after insert on outbox for each statement execute function outbox_notify()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table parked_event, inbox, outbox_key, outbox`);
    await runner.query(`drop function outbox_notify()`);
  }
}

/** A NOTIFY names what was inserted, so that it wakes the one relay that takes it (of four a schema). */
class EventsOutboxKinds1795600000032 implements MigrationInterface {
  readonly name = 'EventsOutboxKinds1795600000032';

  async up(runner: QueryRunner): Promise<void> {
    await this.replaceTrigger(
      runner,
      `perform pg_notify('outbox_' || tg_table_schema, kind) from (select distinct kind from added) as kinds`,
      'referencing new table as added',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replaceTrigger(runner, `perform pg_notify('outbox_' || tg_table_schema, '')`, '');
  }

  private async replaceTrigger(runner: QueryRunner, notify: string, referencing: string): Promise<void> {
    await runner.query(`drop trigger outbox_appended on outbox`);
    await runner.query(`
      create or replace function outbox_notify() returns trigger language plpgsql as $$
      begin
        ${notify};
        return null;
      end $$`);
    await runner.query(
      `create trigger outbox_appended after insert on outbox ${referencing} for each statement execute function outbox_notify()`,
    );
  }
}

/** The order of a key is the order of its commits (docs/adr/0010): nobody asks for transaction ids any more. */
class EventsOutboxOrder1795900000001 implements MigrationInterface {
  readonly name = 'EventsOutboxOrder1795900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox drop column xid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox add column xid xid8 not null default pg_current_xact_id()');
  }
}

/** Events of sealed files that wait for the relay go where those go that come after them. */
class SealedCourses1795970000002 implements MigrationInterface {
  readonly name = 'SealedCourses1795970000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update outbox set envelope = jsonb_set(envelope, '{dataclassification}', '"restricted"')
      where kind = 'event' and partition_key ~ '^(JB-|DB-|supervision-audit:)'`);
  }

  async down(): Promise<void> {
    // The older release sends them by what their envelopes say, as this one does.
  }
}

/** For the migrations list of every service that has an outbox. */
export const eventsMigrations = [
  EventsOutbox1764000000000,
  EventsOutboxKinds1795600000032,
  EventsOutboxOrder1795900000001,
  SealedCourses1795970000002,
];
