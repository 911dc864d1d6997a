import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments in parts, each with its receipt, recorded once a completed form; shares of a revoked media fine claimed back. */
export class PartPayment1795804000001 implements MigrationInterface {
  readonly name = 'PartPayment1795804000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX penalty_source ON penalty (source)`);
    await runner.query(`ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_penalty_no_kind_key`);
    await runner.query(`ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check`);
    await runner.query(`
      ALTER TABLE ledger_entry
        ADD COLUMN outcome_id text UNIQUE,
        ADD COLUMN receipt_no text CHECK (receipt_no IS NULL OR kind = 'pay'),
        ADD CHECK (kind IN ('impose', 'pay', 'pass-on', 'revoke', 'reclaim', 'refund'))`);
    await runner.query(`
      CREATE UNIQUE INDEX ledger_entry_once ON ledger_entry (penalty_no, kind) WHERE kind NOT IN ('pay', 'refund')`);
    await runner.query(`CREATE UNIQUE INDEX ledger_entry_receipt ON ledger_entry (penalty_no, receipt_no)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ledger_entry_receipt`);
    await runner.query(`DROP INDEX ledger_entry_once`);
    await runner.query(`ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check`);
    await runner.query(`
      ALTER TABLE ledger_entry DROP COLUMN outcome_id, DROP COLUMN receipt_no,
        ADD CHECK (kind IN ('impose', 'pay', 'pass-on', 'revoke', 'refund')), ADD UNIQUE (penalty_no, kind)`);
    await runner.query(`DROP INDEX penalty_source`);
  }
}
