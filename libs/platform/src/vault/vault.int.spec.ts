import { closeTestDatabases, testDatabase } from '@huiying/persistence/testing';
import type { DataSource } from 'typeorm';
import { testKeyring, testVault } from '../testing/index.js';
import { Keyring, KeyMissing } from './keyring.js';
import { Erased, Vault } from './vault.js';
import { vaultMigrations } from './vault.migrations.js';

const place = { subject: 'TS-1', table: 'complainant', id: 'c1', column: 'phone_enc' };

describe('the vault (access.md §4)', () => {
  let database: DataSource;
  const vault = testVault();

  beforeAll(async () => {
    database = await testDatabase({ name: 'intake', migrations: vaultMigrations });
  });

  afterAll(closeTestDatabases);

  it('opens what it sealed, and nothing of it can be read without it', async () => {
    const sealed = await vault.seal(database.manager, place, '张三 13812345678');
    expect(sealed).toMatch(/^v1\.d[\w-]+\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(await vault.open(database.manager, place, sealed)).toBe('张三 13812345678');
    const dump = JSON.stringify(await database.query('SELECT * FROM data_key'));
    for (const marker of ['13812345678', '张三', Buffer.from('13812345678').toString('base64').slice(0, 10)]) {
      expect(sealed + dump).not.toContain(marker);
    }
  });

  it('seals the same text differently each time', async () => {
    const [one, two] = [await vault.seal(database.manager, place, 'x'), await vault.seal(database.manager, place, 'x')];
    expect(one).not.toBe(two);
  });

  it.each([
    ['another row', { id: 'c2' }],
    ['another column', { column: 'name_enc' }],
    ['another table', { table: 'notice' }],
    ['another case', { subject: 'TS-2' }],
  ])('does not open a value that was moved to %s', async (_where, change) => {
    const sealed = await vault.seal(database.manager, place, 'secret');
    await vault.seal(database.manager, { ...place, subject: 'TS-2' }, 'so that the other case has a key');
    await expect(vault.open(database.manager, { ...place, ...change }, sealed)).rejects.toThrow();
  });

  it('does not open a value with a changed bit, and takes plain text for nothing', async () => {
    const sealed = await vault.seal(database.manager, place, 'secret');
    const parts = sealed.split('.');
    const tail = parts[4] ?? '';
    parts[4] = (tail.startsWith('A') ? 'B' : 'A') + tail.slice(1);
    await expect(vault.open(database.manager, place, parts.join('.'))).rejects.toThrow();
    await expect(vault.open(database.manager, place, 'secret')).rejects.toThrow('not a sealed value');
  });

  it('keeps one data key per case, however many ask at once', async () => {
    const seals = Array.from({ length: 8 }, (_, n) =>
      database.transaction((manager) => vault.seal(manager, { ...place, subject: 'TS-9', id: `c${n}` }, 'x')),
    );
    await Promise.all(seals);
    expect(await database.query(`SELECT count(*)::int AS n FROM data_key WHERE subject = 'TS-9'`)).toEqual([{ n: 1 }]);
  });

  it('seals the columns of a row together, each for its own place', async () => {
    const row = { subject: 'TS-10', table: 'complainant', id: 'c1' };
    const sealed = await vault.sealAll(
      database.manager,
      row,
      new Map([
        ['name_enc', '张三'],
        ['phone_enc', '13812345678'],
      ]),
    );
    const [name = '', phone = ''] = [sealed.get('name_enc'), sealed.get('phone_enc')];
    expect(await vault.open(database.manager, { ...row, column: 'name_enc' }, name)).toBe('张三');
    expect(await vault.open(database.manager, { ...row, column: 'phone_enc' }, phone)).toBe('13812345678');
    await expect(vault.open(database.manager, { ...row, column: 'phone_enc' }, name)).rejects.toThrow();
    expect(await vault.sealAll(database.manager, { ...row, subject: 'TS-11' }, new Map())).toEqual(new Map());
    expect(await database.query(`SELECT subject FROM data_key WHERE subject IN ('TS-10', 'TS-11')`)).toEqual([
      { subject: 'TS-10' },
    ]);
  });

  it('opens values of a retired root key, seals new cases with the newest', async () => {
    const old = await vault.seal(database.manager, { ...place, subject: 'TS-20' }, 'old');
    const keys = new Map([
      ...testKeyring()
        .ids()
        .map((kid): [string, Buffer] => [kid, testKeyring().get(kid)]),
      ['main.2', Buffer.alloc(32, 99)] as [string, Buffer],
    ]);
    const rotated = new Vault(new Keyring(keys));
    expect(await rotated.open(database.manager, { ...place, subject: 'TS-20' }, old)).toBe('old');
    await rotated.seal(database.manager, { ...place, subject: 'TS-21' }, 'new');
    expect(
      await database.query(`SELECT subject, kid FROM data_key WHERE subject IN ('TS-20', 'TS-21') ORDER BY 1`),
    ).toEqual([
      { subject: 'TS-20', kid: 'main.1' },
      { subject: 'TS-21', kid: 'main.2' },
    ]);
  });

  it('says which root key is missing', async () => {
    const sealed = await vault.seal(database.manager, place, 'secret');
    const without = new Vault(new Keyring(new Map()));
    await expect(without.open(database.manager, place, sealed)).rejects.toThrow(new KeyMissing('main.1'));
  });

  it('forgets a case whose key was destroyed', async () => {
    const gone = { ...place, subject: 'TS-30' };
    const sealed = await vault.seal(database.manager, gone, 'secret');
    await vault.destroy(database.manager, 'TS-30', new Date('2026-03-02T01:00:00Z'));
    await expect(vault.open(database.manager, gone, sealed)).rejects.toThrow(Erased);
    await expect(vault.seal(database.manager, gone, 'again')).rejects.toThrow(Erased);
    await expect(vault.sealAll(database.manager, gone, new Map([['name_enc', 'again']]))).rejects.toThrow(Erased);
  });

  it('finds equal values by 16 bytes of HMAC, apart for each column, over all live keys', () => {
    const blind = vault.blind('complainant', 'phone', '13812345678');
    expect(blind).toMatch(/^1\.[\w-]{22}$/);
    expect(vault.blind('complainant', 'phone', '13812345678')).toBe(blind);
    expect(vault.blind('complainant', 'name', '13812345678')).not.toBe(blind);
    expect(vault.blinds('complainant', 'phone', '13812345678')).toEqual([blind]);
  });
});
