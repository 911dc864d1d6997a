import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Penalties, the double-entry ledger about them, and reprimands. What stands on the ledger is never changed or deleted. */
export class FineLedger1795701300001 implements MigrationInterface {
  readonly name = 'FineLedger1795701300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE penalty (
        penalty_no text PRIMARY KEY,
        org_id text NOT NULL,
        store_id text NOT NULL,
        case_no text,
        payer_type text NOT NULL CHECK (payer_type IN ('store', 'consultant', 'store-manager')),
        payer_id text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        kind text NOT NULL,
        rule_id text NOT NULL,
        source text NOT NULL,
        parties text[] NOT NULL,
        state text NOT NULL,
        imposed_at timestamptz NOT NULL,
        imposed_by text,
        notice_on date,
        pay_by date,
        chases integer NOT NULL DEFAULT 0,
        paid_on date,
        passed_on date,
        refunded_on date,
        revoked_at timestamptz,
        revoked_by text,
        revoked_because text,
        revocation_enc text,
        UNIQUE (source, payer_id, rule_id)
      )`);
    await runner.query(`CREATE INDEX penalty_list ON penalty (imposed_at DESC, penalty_no DESC)`);
    await runner.query(`CREATE INDEX penalty_case ON penalty (case_no)`);
    await runner.query(`
      CREATE TABLE ledger_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        penalty_no text NOT NULL REFERENCES penalty,
        kind text NOT NULL CHECK (kind IN ('impose', 'pay', 'pass-on', 'revoke', 'refund')),
        at timestamptz NOT NULL,
        happened_on date NOT NULL,
        actor_id text NOT NULL,
        UNIQUE (penalty_no, kind)
      )`);
    await runner.query(`
      CREATE TABLE ledger_line (
        entry_id bigint NOT NULL REFERENCES ledger_entry,
        account text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
        PRIMARY KEY (entry_id, account)
      )`);
    await runner.query(`CREATE INDEX ledger_line_account ON ledger_line (account)`);
    await runner.query(`
      CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$`);
    for (const table of ['ledger_entry', 'ledger_line']) {
      await runner.query(`
        CREATE TRIGGER ${table}_only_grows BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()`);
    }
    await runner.query(`
      CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE total bigint;
      BEGIN
        EXECUTE format('SELECT coalesce(sum(amount_fen), 0) FROM %I.ledger_line WHERE entry_id = $1', TG_TABLE_SCHEMA)
          INTO total USING NEW.entry_id;
        IF total <> 0 THEN RAISE EXCEPTION 'ledger entry % does not balance', NEW.entry_id; END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ledger_line_balances AFTER INSERT ON ledger_line
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances()`);
    await runner.query(`
      CREATE TABLE reprimand (
        source text NOT NULL,
        respondent_id text NOT NULL,
        rule_id text NOT NULL,
        org_id text NOT NULL,
        store_id text NOT NULL,
        case_no text,
        respondent_type text NOT NULL CHECK (respondent_type IN ('store', 'consultant', 'person')),
        published_at timestamptz NOT NULL,
        PRIMARY KEY (source, respondent_id, rule_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reprimand', 'ledger_line', 'ledger_entry', 'penalty']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    for (const name of ['ledger_balances', 'ledger_only_grows']) await runner.query(`DROP FUNCTION ${name}`);
  }
}
