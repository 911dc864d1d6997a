import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects and buildings, and what they said before: a case keeps the facts of its day, the register keeps their history. */
export class ProjectRegister1764000100000 implements MigrationInterface {
  readonly name = 'ProjectRegister1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project (
        name text PRIMARY KEY,
        project_id text NOT NULL UNIQUE,
        dissolved boolean NOT NULL,
        ownership text CHECK (ownership IN ('wholly-owned', 'controlled', 'joint')),
        agreement_party text,
        developer text,
        property_company text,
        construction_company text,
        project_type text NOT NULL CHECK (project_type IN ('residential', 'commercial', 'office')),
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE building (
        project_name text NOT NULL,
        building text NOT NULL,
        organisation_id text,
        phase text CHECK (phase IN ('construction', 'occupied')),
        handover_on date,
        completion_accepted_on date,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        PRIMARY KEY (project_name, building)
      )`);
    await runner.query(`
      CREATE TABLE register_history (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_name text NOT NULL,
        building text,
        before jsonb,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE register_history`);
    await runner.query(`DROP TABLE building`);
    await runner.query(`DROP TABLE project`);
  }
}
