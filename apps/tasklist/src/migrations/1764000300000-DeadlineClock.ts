import { calendarSeed, DEVELOPER_OFFICE_HOURS } from '@huiying/working-time';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years that the calendar starts with; those not announced yet are provisional until an operator enters them. */
const LAST_SEEDED_YEAR = 2030;

/** The deadline clock: limits with every step, the marks they count from, the calendars they are computed with. */
export class DeadlineClock1764000300000 implements MigrationInterface {
  name = 'DeadlineClock1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deadline (
        id uuid primary key,
        subject_no text not null,
        limit_id text not null,
        n int not null,
        case_no text,
        org_id text not null,
        terms jsonb not null,
        on_date text,
        started_at timestamptz not null,
        starts_at timestamptz not null,
        due_at timestamptz not null,
        previous_due_at timestamptz,
        state text not null check (state in ('running', 'paused', 'met', 'missed', 'replaced', 'ended')),
        moves jsonb not null,
        warned_at timestamptz,
        missed_count int not null,
        calendar_version text not null,
        provisional boolean not null,
        replaces uuid,
        next_at timestamptz,
        unique (subject_no, limit_id, n),
        check (next_at is null or state = 'running')
      )`);
    await runner.query(`create index deadline_next on deadline (next_at, started_at, id) where next_at is not null`);
    await runner.query(`create index deadline_case on deadline (case_no)`);
    await runner.query(`
      create table deadline_step (
        seq bigint generated always as identity primary key,
        deadline_id uuid not null references deadline,
        kind text not null,
        at timestamptz not null,
        by text not null,
        due_at timestamptz not null,
        calendar_version text not null,
        detail jsonb not null
      )`);
    await runner.query(`create index deadline_step_of on deadline_step (deadline_id, seq)`);
    await runner.query(`
      create table subject_mark (
        subject_no text not null,
        mark text not null,
        at timestamptz not null,
        primary key (subject_no, mark)
      )`);
    await runner.query(`
      create table escalation (
        key text primary key,
        overdue_no text not null,
        limit_id text not null,
        level int not null,
        case_no text,
        org_id text not null,
        org_type text not null,
        late_unit_id text,
        superior_role text,
        superior_unit_id text,
        started_at timestamptz not null,
        ended_at timestamptz
      )`);
    await runner.query(`create index escalation_open on escalation (case_no) where ended_at is null`);
    await runner.query(`
      create table extension_request (
        request_id text primary key,
        case_no text not null,
        deadline_id uuid not null references deadline,
        limit_id text not null,
        days int not null,
        reason_enc text not null,
        asked_by text not null,
        asked_at timestamptz not null,
        state text not null check (state in ('asked', 'approved', 'refused', 'extended')),
        approved_days int
      )`);
    await this.calendar(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'extension_request',
      'escalation',
      'subject_mark',
      'deadline_step',
      'deadline',
      'office_hours',
      'calendar_year',
      'calendar_version',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }

  private async calendar(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_year (
        year int primary key,
        announced boolean not null,
        days_off text[] not null,
        make_up_days text[] not null
      )`);
    await runner.query(`create table office_hours (scope text primary key, seasons jsonb not null)`);
    await runner.query(`create table calendar_version (version int not null)`);
    await runner.query(`insert into calendar_version (version) values (1)`);
    for (const { year, announced, daysOff, makeUpDays } of calendarSeed(LAST_SEEDED_YEAR)) {
      await runner.query(
        `insert into calendar_year (year, announced, days_off, make_up_days) values ($1, $2, $3, $4)`,
        [year, announced, daysOff, makeUpDays],
      );
    }
    await runner.query(`insert into office_hours (scope, seasons) values ('developer', $1)`, [
      JSON.stringify(DEVELOPER_OFFICE_HOURS.seasons),
    ]);
  }
}
