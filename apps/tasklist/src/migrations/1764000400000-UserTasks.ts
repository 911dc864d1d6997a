import type { MigrationInterface, QueryRunner } from 'typeorm';

/** User tasks of every process, who may do them, what was typed and said, and how far the engine's feed was read. */
export class UserTasks1764000400000 implements MigrationInterface {
  name = 'UserTasks1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        id uuid primary key,
        job_key bigint unique,
        instance_key bigint,
        element_instance_key bigint,
        subject_no text not null,
        case_no text,
        org_id text not null,
        org_type text not null,
        process_id text not null,
        process_version int not null,
        element_id text not null,
        name text not null,
        form_id text,
        candidate_groups text[] not null,
        headers jsonb not null,
        state text not null check (state in ('open', 'completed', 'withdrawn')),
        assignee_id text,
        claimed_at timestamptz,
        created_at timestamptz not null,
        ended_at timestamptz,
        completed_by text,
        withdrawn_because text,
        warning text,
        overdue_of text,
        severity text,
        key_customer boolean not null default false,
        version int not null default 1,
        check (state <> 'completed' or completed_by is not null)
      )`);
    await runner.query(`create index task_assignee on task (assignee_id) where state = 'open'`);
    await runner.query(`create index task_case on task (case_no, created_at)`);
    await runner.query(`create index task_done on task (completed_by, ended_at) where state = 'completed'`);
    await runner.query(`
      create table task_candidate (
        task_id uuid not null references task,
        role text not null,
        unit_id text not null,
        primary key (task_id, role, unit_id)
      )`);
    await runner.query(`create index task_candidate_group on task_candidate (role, unit_id)`);
    await runner.query(`
      create table task_holder (
        task_id uuid not null references task,
        person_id text not null,
        primary key (task_id, person_id)
      )`);
    await runner.query(`
      create table task_deadline (
        task_id uuid not null references task,
        deadline_id uuid not null references deadline,
        primary key (task_id, deadline_id)
      )`);
    await runner.query(`create index task_deadline_of on task_deadline (deadline_id)`);
    await runner.query(`
      create table task_draft (
        task_id uuid primary key references task,
        data_enc text not null,
        version int not null,
        saved_at timestamptz not null,
        saved_by text not null
      )`);
    await runner.query(`
      create table task_outcome (
        task_id uuid primary key references task,
        form_id text not null,
        data_enc text not null,
        variables jsonb not null,
        completed_by text not null,
        completed_at timestamptz not null
      )`);
    await runner.query(`create table open_measure (measure_no text primary key, case_no text not null)`);
    await runner.query(`create index open_measure_case on open_measure (case_no)`);
    await runner.query(`
      create table feed_fault (
        position bigint primary key,
        job_key bigint not null,
        intent text not null,
        process_id text not null,
        element_id text not null,
        error text not null
      )`);
    await runner.query(`create table feed_position (feed text primary key, position bigint not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'feed_position',
      'feed_fault',
      'open_measure',
      'task_outcome',
      'task_draft',
      'task_deadline',
      'task_holder',
      'task_candidate',
      'task',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}
