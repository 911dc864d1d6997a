import type { AccessDatabase } from '../access/access-database.js';
import type { Logger } from '../log/logger.js';
import { type Keyring, KeyMissing } from './keyring.js';
import { openWith, partsOf, sealWith } from './sealed.js';

const WORD = 'canary';

/**
 * Opens a sealed word per root key before the service serves: a wrong or lost keyring ends the start (`key-missing <kid>`), because a
 * new key in silence would lose every case that the old one sealed.
 */
export class KeyCheck {
  constructor(
    private readonly database: Pick<AccessDatabase, 'query'>,
    private readonly keyrings: Keyring[],
    private readonly acceptedLost: string[],
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** @throws KeyMissing */
  async run(): Promise<void> {
    const rows = await this.database.query<{ kid: string; sealed: string }[]>(
      'SELECT kid, sealed FROM access.key_canary',
    );
    const known = new Map(rows.map(({ kid, sealed }) => [kid, sealed]));
    for (const [kid, sealed] of known) this.check(kid, sealed);
    for (const keyring of this.keyrings) {
      for (const kid of keyring.ids().filter((id) => !known.has(id))) await this.remember(keyring, kid);
    }
  }

  private check(kid: string, sealed: string): void {
    const keyring = this.keyrings.find((one) => one.has(kid));
    // A process that was not given the reports' keys is not missing them.
    if (isOfReports(kid) && !this.keyrings.some((one) => one.ids().some(isOfReports))) return;
    if (keyring && opens(keyring, kid, sealed)) return;
    if (!this.acceptedLost.includes(kid)) throw new KeyMissing(kid);
    this.logger.warn('keys.lost', { kid });
  }

  private async remember(keyring: Keyring, kid: string): Promise<void> {
    const sealed = sealWith(keyring.get(kid), kid, aadOf(kid), Buffer.from(WORD));
    await this.database.query(
      'INSERT INTO access.key_canary (kid, sealed) VALUES ($1, $2) ON CONFLICT (kid) DO NOTHING',
      [kid, sealed],
    );
  }
}

function opens(keyring: Keyring, kid: string, sealed: string): boolean {
  try {
    return openWith(keyring.get(kid), aadOf(kid), partsOf(sealed)).toString() === WORD;
  } catch {
    return false;
  }
}

function aadOf(kid: string): string {
  return `key_canary:${kid}:sealed`;
}

function isOfReports(kid: string): boolean {
  return kid.startsWith('reports.') || kid.startsWith('blind.reports.');
}
