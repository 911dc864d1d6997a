import { closeTestDatabases, testDatabase } from '@huiying/persistence/testing';
import type { DataSource } from 'typeorm';
import { Logger } from '../log/logger.js';
import { testKeyring } from '../testing/index.js';
import { KeyCheck } from './key-check.js';
import { Keyring } from './keyring.js';

const keysWithout = (...gone: string[]): Keyring => {
  const all = testKeyring();
  return new Keyring(
    new Map(
      all
        .ids()
        .filter((kid) => !gone.includes(kid))
        .map((kid) => [kid, all.get(kid)]),
    ),
  );
};

describe('the key check at start (access.md §4)', () => {
  let database: DataSource;
  const check = (keyring: Keyring, accepted: string[] = []) =>
    new KeyCheck({ query: (sql, params) => database.query(sql, params) }, [keyring], accepted, Logger.silent()).run();

  beforeAll(async () => {
    database = await testDatabase({ name: 'access', migrations: [] });
    await check(testKeyring());
  });

  afterAll(closeTestDatabases);

  it('starts with the keys that sealed', () => expect(check(testKeyring())).resolves.toBeUndefined());

  it('names a key that is gone', () => expect(check(keysWithout('code.1'))).rejects.toThrow('key-missing code.1'));

  it('names a key that is another one under the same id: never a new key in silence', async () => {
    const keys = testKeyring();
    const made = new Keyring(
      new Map(keys.ids().map((kid) => [kid, kid === 'main.1' ? Buffer.alloc(32, 77) : keys.get(kid)])),
    );
    await expect(check(made)).rejects.toThrow('key-missing main.1');
  });

  it('starts without it when its loss was accepted', () =>
    expect(check(keysWithout('main.1'), ['main.1'])).resolves.toBeUndefined());

  it("does not ask for the reports' keys where a process was given none", () =>
    expect(check(keysWithout('reports.1', 'blind.reports.1'))).resolves.toBeUndefined());
});
