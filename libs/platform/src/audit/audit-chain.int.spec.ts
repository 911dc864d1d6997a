import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ManualClock } from '../testing/index.js';
import { canonical, linkAudit, verifyAudit } from './audit-chain.js';
import { Audit } from './audit.js';

const entry = (id: string) => ({
  actor: { kind: 'staff' as const, id: 'p1' },
  action: 'case.unmask',
  kind: 'case',
  id,
  outcome: 'done' as const,
});

describe('the audit chain (access.md §6)', () => {
  let database: DataSource;
  let admin: Client;

  beforeEach(async () => {
    database = await testDatabase({ name: 'access', migrations: [] });
    const audit = new Audit(new ManualClock());
    for (let n = 1; n <= 6; n++) await audit.record(database.manager, entry(`TS-${n}`));
    await linkAudit(database);
    admin = new Client({ connectionString: testDatabaseUrl(database) });
    await admin.connect();
  });

  afterEach(async () => {
    await admin.end();
    await closeTestDatabases();
  });

  /** What somebody does who owns the database: the trigger goes first. */
  const tamper = async (sql: string): Promise<void> => {
    await admin.query('ALTER TABLE access.audit DISABLE TRIGGER ALL');
    await admin.query(sql);
    await admin.query('ALTER TABLE access.audit ENABLE TRIGGER ALL');
  };

  it('holds when nobody touched it, and goes on over later entries', async () => {
    const first = await verifyAudit(database.manager);
    expect(first).toMatchObject({ count: 6 });
    expect(first.fault).toBeUndefined();
    await new Audit(new ManualClock()).record(database.manager, entry('TS-7'));
    expect(await linkAudit(database)).toBe(1);
    expect(await verifyAudit(database.manager, { from: 7, anchor: { seq: 6, head: first.head } })).toMatchObject({
      count: 1,
    });
  });

  it.each([
    [
      'a changed entry',
      `UPDATE access.audit SET entry = jsonb_set(entry, '{outcome}', '"refused"') WHERE seq = 3`,
      { seq: 3, reason: 'changed' },
    ],
    [
      'a changed time',
      `UPDATE access.audit SET wall_at = wall_at - interval '1 day' WHERE seq = 4`,
      { seq: 4, reason: 'changed' },
    ],
    ['a deleted entry', `DELETE FROM access.audit WHERE seq = 2`, { seq: 2, reason: 'missing' }],
    [
      'two entries in another order',
      `UPDATE access.audit SET seq = CASE seq WHEN 3 THEN -4 WHEN 4 THEN -3 END WHERE seq IN (3, 4); UPDATE access.audit SET seq = -seq WHERE seq < 0`,
      { seq: 3, reason: 'changed' },
    ],
    [
      'an inserted entry',
      `UPDATE access.audit SET seq = -seq - 1 WHERE seq >= 5; UPDATE access.audit SET seq = -seq WHERE seq < 0; INSERT INTO access.audit SELECT gen_random_uuid(), 5, now(), '{}', prev, hash FROM access.audit WHERE seq = 4`,
      { seq: 5, reason: 'changed' },
    ],
  ])('finds %s', async (_what, sql, fault) => {
    await tamper(sql);
    expect((await verifyAudit(database.manager)).fault).toEqual(fault);
  });

  it('finds a cut end by the head that was kept outside', async () => {
    const { head } = await verifyAudit(database.manager);
    await tamper('DELETE FROM access.audit WHERE seq > 4');
    expect((await verifyAudit(database.manager)).fault).toBeUndefined();
    expect((await verifyAudit(database.manager, { anchor: { seq: 6, head } })).fault).toEqual({
      seq: 5,
      reason: 'cut',
    });
  });

  it('refuses to change or delete, whoever asks', async () => {
    await expect(admin.query('UPDATE access.audit SET seq = 9 WHERE seq = 1')).rejects.toThrow('only grows');
    await expect(admin.query('DELETE FROM access.audit WHERE seq = 1')).rejects.toThrow('only grows');
    await expect(admin.query('TRUNCATE access.audit')).rejects.toThrow('only grows');
  });

  it('hashes the same content the same, in whatever order its keys came', () => {
    expect(canonical({ b: [1, { y: null, x: '值' }], a: true })).toBe('{"a":true,"b":[1,{"x":"值","y":null}]}');
  });
});
