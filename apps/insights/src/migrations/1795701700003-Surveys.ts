import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys and whom they ask: the case alone says who that is; what is answered in words lies sealed. */
export class Surveys1795701700003 implements MigrationInterface {
  readonly name = 'Surveys1795701700003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey (
        survey_no text PRIMARY KEY,
        org_id text NOT NULL,
        unit_id text NOT NULL,
        period text NOT NULL,
        period_from date NOT NULL,
        period_until date NOT NULL,
        selected_at timestamptz NOT NULL,
        closed_at timestamptz,
        asked integer,
        answered integer,
        average numeric(4, 2),
        below_target boolean
      );
      CREATE TABLE respondent (
        respondent_no text PRIMARY KEY,
        survey_no text NOT NULL REFERENCES survey,
        case_no text NOT NULL,
        way text NOT NULL CHECK (way IN ('call-back', 'questionnaire', 'visit')),
        code_hash text UNIQUE,
        sent_at timestamptz,
        answered_at timestamptz,
        score integer CHECK (score BETWEEN 1 AND 5),
        words_enc text
      );
      CREATE INDEX respondent_of_survey ON respondent (survey_no)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE respondent`);
    await runner.query(`DROP TABLE survey`);
  }
}
