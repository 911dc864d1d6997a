import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ShippedModel1795802000002 } from './shipped.migration.js';

/**
 * Schema `models`: what has been deployed, version by version. Zeebe's protocol gives no resource back, so the text of forms,
 * decisions and diagrams is kept here at deployment for the services that show or evaluate them.
 */
class PublishedModel1764000000000 implements MigrationInterface {
  readonly name = 'PublishedModel1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published (
        kind text NOT NULL CHECK (kind IN ('process', 'drg', 'form')),
        id text NOT NULL,
        version integer NOT NULL,
        key bigint NOT NULL,
        resource_name text NOT NULL,
        content text NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (kind, id, version)
      )`);
    await runner.query(`
      CREATE FUNCTION notify_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('models_published', ''); RETURN NULL; END $$`);
    await runner.query(`
      CREATE TRIGGER published_notify AFTER INSERT ON published
      FOR EACH STATEMENT EXECUTE FUNCTION notify_published()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE published`);
    await runner.query(`DROP FUNCTION notify_published`);
  }
}

export const modelsMigrations = [PublishedModel1764000000000, ShippedModel1795802000002];
