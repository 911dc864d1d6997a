import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Directory: organisations, units, staff, roles; history by valid_from and valid_until. */
export class AccessDirectory1795600000010 implements MigrationInterface {
  name = 'AccessDirectory1795600000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.unit (
        id text PRIMARY KEY,
        name text NOT NULL,
        name_en text,
        parent_id text REFERENCES access.unit,
        org_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('organisation', 'region', 'store', 'department')),
        org_type text,
        head_person_id text,
        CHECK ((kind = 'organisation') = (org_type IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX unit_org ON access.unit (org_id)`);
    await runner.query(`
      CREATE TABLE access.unit_ancestor (
        unit_id text NOT NULL REFERENCES access.unit,
        ancestor_id text NOT NULL REFERENCES access.unit,
        depth int NOT NULL,
        PRIMARY KEY (unit_id, ancestor_id)
      )`);
    await runner.query(`CREATE INDEX unit_ancestor_down ON access.unit_ancestor (ancestor_id, depth)`);
    await runner.query(`
      CREATE TABLE access.person (
        id text PRIMARY KEY,
        login text NOT NULL UNIQUE,
        name text NOT NULL,
        unit_id text NOT NULL REFERENCES access.unit,
        email text,
        issuer text,
        subject text,
        disabled boolean NOT NULL DEFAULT false,
        tokens_not_before timestamptz,
        UNIQUE (issuer, subject)
      )`);
    await runner.query(`
      CREATE TABLE access.holding (
        person_id text NOT NULL REFERENCES access.person,
        role text NOT NULL,
        unit_id text NOT NULL REFERENCES access.unit,
        valid_from timestamptz NOT NULL DEFAULT '-infinity',
        valid_until timestamptz,
        PRIMARY KEY (person_id, role, unit_id, valid_from)
      )`);
    await runner.query(`CREATE INDEX holding_role ON access.holding (role, unit_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['holding', 'person', 'unit_ancestor', 'unit'])
      await runner.query(`DROP TABLE access.${table}`);
  }
}

/** Outside authorities (外部机关) are units of nobody: they read a case while they are consulted (R06.4). */
export class AccessAuthorities1795600000016 implements MigrationInterface {
  name = 'AccessAuthorities1795600000016';

  async up(runner: QueryRunner): Promise<void> {
    await this.kinds(runner, `'organisation', 'region', 'store', 'department', 'authority'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.kinds(runner, `'organisation', 'region', 'store', 'department'`);
  }

  private async kinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`ALTER TABLE access.unit DROP CONSTRAINT unit_kind_check`);
    await runner.query(`ALTER TABLE access.unit ADD CONSTRAINT unit_kind_check CHECK (kind IN (${kinds}))`);
  }
}

/** Who stands in which relation to which case. */
export class AccessRelations1795600000011 implements MigrationInterface {
  name = 'AccessRelations1795600000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.case_facts (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        received_by text NOT NULL,
        respondent_unit_id text,
        class text NOT NULL,
        contact_released boolean NOT NULL,
        open boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE access.case_relation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_no text NOT NULL,
        rel text NOT NULL,
        person_id text,
        role text,
        unit_id text,
        source text NOT NULL,
        valid_until timestamptz,
        CHECK ((person_id IS NULL) <> (unit_id IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX case_relation_once ON access.case_relation
        (case_no, rel, source, coalesce(person_id, ''), coalesce(role, ''), coalesce(unit_id, ''))`);
    await runner.query(
      `CREATE INDEX case_relation_person ON access.case_relation (person_id, rel) WHERE person_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX case_relation_unit ON access.case_relation (unit_id, role, rel) WHERE unit_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.case_relation');
    await runner.query('DROP TABLE access.case_facts');
  }
}

/** Codes of complainants (hash only) and the tries at them, which are counted for numbers that do not exist as well. */
export class AccessTrackingCodes1795600000012 implements MigrationInterface {
  name = 'AccessTrackingCodes1795600000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.tracking_code (
        case_no text PRIMARY KEY,
        kid text NOT NULL,
        hash bytea NOT NULL,
        issued_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE access.code_try (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_no text NOT NULL,
        network text NOT NULL,
        tried_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX code_try_case ON access.code_try (case_no, tried_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.code_try');
    await runner.query('DROP TABLE access.tracking_code');
  }
}

/**
 * The audit chain. Entries are written in the transaction of the act; `seq`, `prev` and `hash` come later from one chainer, so that
 * acts do not wait for one another. Nothing but those three may ever change, and nothing is deleted.
 */
export class AccessAudit1795600000013 implements MigrationInterface {
  name = 'AccessAudit1795600000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.audit (
        id uuid PRIMARY KEY,
        seq bigint UNIQUE,
        wall_at timestamptz NOT NULL,
        entry jsonb NOT NULL,
        prev bytea,
        hash bytea,
        CHECK ((seq IS NULL) = (hash IS NULL))
      )`);
    await runner.query(`CREATE INDEX audit_pending ON access.audit (wall_at, id) WHERE seq IS NULL`);
    await runner.query(`CREATE INDEX audit_case ON access.audit ((entry->>'caseNo'), seq)`);
    await runner.query(`
      CREATE FUNCTION access.audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL
           AND (OLD.id, OLD.wall_at, OLD.entry) = (NEW.id, NEW.wall_at, NEW.entry) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the audit only grows' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON access.audit
        FOR EACH ROW EXECUTE FUNCTION access.audit_only_grows()`);
    await runner.query(`
      CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON access.audit
        FOR EACH STATEMENT EXECUTE FUNCTION access.audit_only_grows()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.audit');
    await runner.query('DROP FUNCTION access.audit_only_grows()');
  }
}

/** One sealed word per root key: a start with a wrong or lost keyring is seen at once, not at the first case. */
export class AccessKeyCanary1795600000014 implements MigrationInterface {
  name = 'AccessKeyCanary1795600000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE access.key_canary (kid text PRIMARY KEY, sealed text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.key_canary');
  }
}

/** A service changes only the relations that it wrote itself (row-level security by database role); everybody reads all of them. */
export class AccessRelationsOfService1795600000015 implements MigrationInterface {
  name = 'AccessRelationsOfService1795600000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access.case_relation ADD COLUMN written_by name NOT NULL DEFAULT current_user');
    await runner.query('ALTER TABLE access.case_relation ENABLE ROW LEVEL SECURITY');
    await runner.query('CREATE POLICY read ON access.case_relation FOR SELECT USING (true)');
    await runner.query(
      'CREATE POLICY grant_own ON access.case_relation FOR INSERT WITH CHECK (written_by = current_user)',
    );
    await runner.query(
      `CREATE POLICY change_own ON access.case_relation FOR UPDATE USING (written_by = current_user)
         WITH CHECK (written_by = current_user)`,
    );
    await runner.query('CREATE POLICY revoke_own ON access.case_relation FOR DELETE USING (written_by = current_user)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const policy of ['read', 'grant_own', 'change_own', 'revoke_own']) {
      await runner.query(`DROP POLICY ${policy} ON access.case_relation`);
    }
    await runner.query('ALTER TABLE access.case_relation DISABLE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE access.case_relation DROP COLUMN written_by');
  }
}
