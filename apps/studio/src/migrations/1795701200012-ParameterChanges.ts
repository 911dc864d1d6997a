import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of figures: proposed by one person, approved by another, in force from a day. */
export class ParameterChanges1795701200012 implements MigrationInterface {
  readonly name = 'ParameterChanges1795701200012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE parameter_change (
        id uuid PRIMARY KEY,
        figure_id text NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        reason text NOT NULL,
        effective_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'applied', 'rejected', 'failed')),
        author_id text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        applied_at timestamptz,
        model_id text,
        version integer
      )`);
    await runner.query(`CREATE INDEX parameter_change_due ON parameter_change (effective_on) WHERE state = 'approved'`);
    await runner.query(`CREATE INDEX parameter_change_of ON parameter_change (figure_id, proposed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE parameter_change`);
  }
}
