import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  position bigint generated always as identity primary key,
  source text not null,
  id uuid not null,
  type text not null,
  partition_key text not null,
  sequence bigint not null,
  org_id text not null,
  case_no text,
  class text not null,
  time timestamptz not null,
  envelope jsonb not null,
  data text not null,
  appended_at timestamptz not null default clock_timestamp(),
  unique (source, id)`;

/** Schema events: the log of the embedded shape (and of the API in both), the sealed log, cursors of consumer groups. */
class EventLog1764000000001 implements MigrationInterface {
  readonly name = 'EventLog1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table event_log (${columns}, check (class in ('public', 'internal')))`);
    await runner.query(`create index event_log_by_type on event_log (type, position)`);
    await runner.query(`create index event_log_by_case on event_log (case_no, position) where case_no is not null`);
    await runner.query(`create index event_log_by_age on event_log (appended_at)`);
    await runner.query(`create table restricted_event_log (${columns}, check (class = 'restricted'))`);
    await runner.query(`
      create table log_horizon (one boolean primary key default true check (one), position bigint not null)`);
    await runner.query(`insert into log_horizon (position) values (0)`);
    await runner.query(`
      create table consumer_cursor (
        grp text primary key,
        position bigint not null default 0,
        restricted_position bigint not null default 0,
        moved_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(`
      create function events_notify() returns trigger language plpgsql as $$
      begin
        perform pg_notify('events_appended', '');
        return null;
      end $$`);
    for (const table of ['event_log', 'restricted_event_log'])
      await runner.query(
        `create trigger ${table}_appended after insert on ${table} for each statement execute function events_notify()`,
      );
    await this.restrict(runner);
  }

  /**
   * The log is only added to; integrations alone drops what is older than it keeps. Sealed events are written by whoever emits them and
   * read by employee-reports alone (access.md §0.7): nobody else's role can, the API's neither.
   */
  private async restrict(runner: QueryRunner): Promise<void> {
    const roles = (await runner.query(
      `select quote_ident(rolname) as name from pg_roles
       where rolname like 'huiying\\_%' and rolname not in ('huiying_migrate', 'huiying_events')`,
    )) as { name: string }[];
    for (const { name } of roles) {
      await runner.query(`revoke all on event_log, restricted_event_log from ${name}`);
      await runner.query(`grant select, insert on event_log to ${name}`);
      if (name === 'huiying_integrations') {
        await runner.query(`grant delete on event_log to ${name}`);
        continue;
      }
      // `on conflict (source, id)` must see those two; the trigger that wakes readers needs nothing.
      await runner.query(`grant insert, select (source, id) on restricted_event_log to ${name}`);
      if (name === 'huiying_employee_reports') await runner.query(`grant select on restricted_event_log to ${name}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table consumer_cursor, log_horizon, restricted_event_log, event_log`);
    await runner.query(`drop function events_notify()`);
  }
}

/**
 * Services that came after the log have the rights of the others; insights counts sealed events (events.md §2). A release that adds a
 * service adds such a migration.
 */
class EventLogOfNewServices1795702000001 implements MigrationInterface {
  readonly name = 'EventLogOfNewServices1795702000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const service of ['media_penalties', 'emergency_response', 'employee_reports', 'insights', 'studio']) {
      const role = `huiying_${service}`;
      await runner.query(`grant select, insert, update, delete on consumer_cursor, log_horizon to ${role}`);
      await runner.query(`grant select, insert on event_log to ${role}`);
      await runner.query(`grant insert, select (source, id) on restricted_event_log to ${role}`);
    }
    await runner.query(`grant select on restricted_event_log to huiying_insights, huiying_employee_reports`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke select on restricted_event_log from huiying_insights`);
  }
}

/** Key or subject of a sealed file, and how long an inbox is sure to know what was handled. */
const SEALED = `(partition_key ~ '^(JB-|DB-|supervision-audit:)' or envelope->>'subject' ~ '^(JB-|DB-|supervision-audit:)')`;
const KNOWN_DAYS = 40;

/**
 * What files of the supervision office go through lies with the sealed events (events.md §2): the open log refuses it. Investigation and
 * tasklist carry such files out and read that, nothing of employee reports; what is old they drop. A NOTIFY names the table.
 */
class SealedCourses1795970000001 implements MigrationInterface {
  readonly name = 'SealedCourses1795970000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into restricted_event_log
        (source, id, type, partition_key, sequence, org_id, case_no, class, time, envelope, data, appended_at)
      select source, id, type, partition_key, sequence, org_id, case_no, 'restricted', time,
        jsonb_set(envelope, '{dataclassification}', '"restricted"'), data, appended_at
      from event_log where ${SEALED} and appended_at > clock_timestamp() - interval '${KNOWN_DAYS} days'
      order by position on conflict (source, id) do nothing`);
    await runner.query(`delete from event_log where ${SEALED}`);
    await runner.query(`alter table event_log add constraint event_log_open check (not ${SEALED})`);
    await runner.query(`alter table restricted_event_log enable row level security`);
    const mayRead = `partition_key !~ '^JB-' or current_user not in ('huiying_investigation', 'huiying_tasklist')`;
    await runner.query(`create policy written on restricted_event_log for insert with check (true)`);
    await runner.query(`create policy read on restricted_event_log for select using (${mayRead})`);
    await runner.query(`create policy dropped on restricted_event_log for delete using (partition_key !~ '^JB-')`);
    await runner.query(`grant select, delete on restricted_event_log to huiying_investigation, huiying_tasklist`);
    await this.notify(runner, 'tg_table_name');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.notify(runner, `''`);
    await runner.query(`revoke select, delete on restricted_event_log from huiying_investigation, huiying_tasklist`);
    await runner.query(
      `grant insert, select (source, id) on restricted_event_log to huiying_investigation, huiying_tasklist`,
    );
    for (const policy of ['dropped', 'read', 'written'])
      await runner.query(`drop policy ${policy} on restricted_event_log`);
    await runner.query(`alter table restricted_event_log disable row level security`);
    await runner.query(`alter table event_log drop constraint event_log_open`);
  }

  private async notify(runner: QueryRunner, payload: string): Promise<void> {
    await runner.query(`
      create or replace function events_notify() returns trigger language plpgsql as $$
      begin
        perform pg_notify('events_appended', ${payload});
        return null;
      end $$`);
  }
}

/** For whoever prepares schema `events`. */
export const eventLogMigrations = [
  EventLog1764000000001,
  EventLogOfNewServices1795702000001,
  SealedCourses1795970000001,
];
