import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trainings that came due, who was to be trained, who attended. */
export class Trainings1795701200002 implements MigrationInterface {
  readonly name = 'Trainings1795701200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training (
        subject_no text primary key,
        org_id text not null,
        org_type text not null,
        unit_id text not null,
        period text not null,
        due_on date not null,
        recorded_at timestamptz
      )`);
    await runner.query(`
      create table trainee (
        subject_no text not null references training,
        person_id text not null,
        present boolean,
        result text,
        made_up_at timestamptz,
        primary key (subject_no, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table trainee`);
    await runner.query(`drop table training`);
  }
}
