import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_TEXTS } from '../rulebook/first-texts.js';

/** Version 1 of the rulebook stood in English under Chinese titles; what organisations revised since stays as they wrote it. */
export class RulebookInChinese1795802000001 implements MigrationInterface {
  readonly name = 'RulebookInChinese1795802000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const [document, content] of Object.entries(FIRST_TEXTS))
      await runner.query(
        `UPDATE rulebook_version SET content = $2 WHERE document = $1 AND org_id = '*' AND version = 1`,
        [document, content],
      );
  }

  /** The older migration fills in the same texts. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
