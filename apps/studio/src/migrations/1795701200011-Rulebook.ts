import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_TEXTS } from '../rulebook/first-texts.js';

/** The rulebook, version by version, beginning with that of the source regulations; revisions; acceptance days of cases. */
export class Rulebook1795701200011 implements MigrationInterface {
  readonly name = 'Rulebook1795701200011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rulebook_version (
        document text NOT NULL,
        org_id text NOT NULL,
        version integer NOT NULL,
        content text NOT NULL,
        fields jsonb NOT NULL DEFAULT '[]',
        effective_on date NOT NULL,
        revision_no text UNIQUE,
        reason text NOT NULL,
        drafted_by text NOT NULL,
        approved_by text NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (document, org_id, version)
      )`);
    await runner.query(`
      CREATE TABLE revision (
        revision_no text PRIMARY KEY,
        kind text NOT NULL,
        org_id text NOT NULL,
        org_type text NOT NULL,
        drafter_group text NOT NULL,
        origin_no text,
        opened_by text NOT NULL,
        opened_at timestamptz NOT NULL,
        model_name text,
        model_content text,
        model_by text,
        UNIQUE (origin_no, kind)
      )`);
    await runner.query(`
      CREATE TABLE model_publication (
        revision_no text PRIMARY KEY,
        org_id text NOT NULL,
        name text NOT NULL,
        content text NOT NULL,
        approved_by text NOT NULL,
        effective_on date NOT NULL,
        published_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE case_acceptance (case_no text PRIMARY KEY, org_id text NOT NULL, accepted_on date NOT NULL)`);
    for (const [document, content] of Object.entries(FIRST_TEXTS))
      await runner.query(
        `INSERT INTO rulebook_version (document, org_id, version, content, effective_on, reason, drafted_by, approved_by, published_at)
         VALUES ($1, '*', 1, $2, '2000-01-01', 'source', 'system', 'system', '2000-01-01T00:00:00+08:00')`,
        [document, content],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_acceptance', 'model_publication', 'revision', 'rulebook_version'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
