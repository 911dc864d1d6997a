import { Keyring } from '../vault/keyring.js';
import { Vault } from '../vault/vault.js';

/** A keyring with fixed keys, for tests alone. */
export function testKeyring(): Keyring {
  const families = ['main.1', 'code.1', 'blind.main.1', 'reports.1', 'blind.reports.1'];
  return new Keyring(new Map(families.map((kid, index) => [kid, Buffer.alloc(32, index + 1)])));
}

export function testVault(): Vault {
  return new Vault(testKeyring());
}
