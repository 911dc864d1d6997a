import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Keyring } from './keyring.js';
import { openWith, partsOf, sealWith } from './sealed.js';

/** Where a sealed value lies: it opens nowhere else. `subject` (case number) chooses the data key. */
export interface SealedPlace {
  subject: string;
  table: string;
  id: string;
  column: string;
}

interface DataKeyRow {
  id: string;
  subject: string;
  kid: string;
  wrapped: string | null;
}

type Sql = Pick<EntityManager, 'query'>;

/** The data key of a subject was destroyed: its texts are gone for ever. */
export class Erased extends Error {
  constructor() {
    super('data key destroyed');
    this.name = 'Erased';
  }
}

/**
 * Seals personal data, one data key per schema and case, wrapped by the root key of the keyring (access.md §4). The manager's
 * connection decides the schema: its `data_key` table comes from `vaultMigrations`. What cannot be opened throws; it is never taken
 * for plain text.
 */
export class Vault {
  constructor(
    protected readonly keyring: Keyring,
    private readonly family: 'main' | 'reports' = 'main',
  ) {}

  async seal(manager: Sql, place: SealedPlace, text: string): Promise<string> {
    return this.sealBytes(manager, place, Buffer.from(text, 'utf8'));
  }

  /** Texts of several columns of one row, by column, with one look at the key. */
  async sealAll(
    manager: Sql,
    row: Omit<SealedPlace, 'column'>,
    texts: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    if (texts.size === 0) return new Map();
    const key = await this.dataKey(manager, row.subject);
    const secret = this.unwrap(key);
    const seal = (column: string, text: string) =>
      sealWith(secret, key.id, aadOf({ ...row, column }), Buffer.from(text, 'utf8'));
    return new Map([...texts].map(([column, text]) => [column, seal(column, text)]));
  }

  /** @throws Erased when the case's key was destroyed; Error when value and place do not belong together */
  async open(manager: Sql, place: SealedPlace, sealed: string): Promise<string> {
    return (await this.openBytes(manager, place, sealed)).toString('utf8');
  }

  /** For files: the same format over bytes. */
  async sealBytes(manager: Sql, place: SealedPlace, bytes: Buffer): Promise<string> {
    const row = await this.dataKey(manager, place.subject);
    return sealWith(this.unwrap(row), row.id, aadOf(place), bytes);
  }

  async openBytes(manager: Sql, place: SealedPlace, sealed: string): Promise<Buffer> {
    const parts = partsOf(sealed);
    const [row] = await rowsOf(manager, 'SELECT id, subject, kid, wrapped FROM data_key WHERE id = $1', [parts.kid]);
    if (!row || row.subject !== place.subject) throw new Error('no such data key for this subject');
    return openWith(this.unwrap(row), aadOf(place), parts);
  }

  /** What to keep beside a sealed column to find equal values: key number and 16 bytes of HMAC, `1.<22 characters>`. */
  blind(table: string, column: string, normalised: string): string {
    return this.blindWith(this.keyring.newest(`blind.${this.family}`), table, column, normalised);
  }

  /** What to look for: one value per live key, `WHERE phone_blind = ANY($1)`. */
  blinds(table: string, column: string, normalised: string): string[] {
    return this.keyring.live(`blind.${this.family}`).map((kid) => this.blindWith(kid, table, column, normalised));
  }

  /** Destroys the data key of a subject: everything sealed for it is gone, in backups too once those are replaced. */
  async destroy(manager: Sql, subject: string, at: Date): Promise<void> {
    await manager.query('UPDATE data_key SET wrapped = NULL, destroyed_at = $2 WHERE subject = $1', [subject, at]);
  }

  /**
   * Forgets the data key of a subject whose values are gone from this schema. Other than after `destroy`, what is sealed for it later gets
   * a key of its own.
   */
  async forget(manager: Sql, subject: string): Promise<void> {
    await manager.query('DELETE FROM data_key WHERE subject = $1', [subject]);
  }

  private blindWith(kid: string, table: string, column: string, normalised: string): string {
    const mac = createHmac('sha256', this.keyring.get(kid)).update(`${table}:${column}:${normalised}`).digest();
    return `${kid.split('.').at(-1)}.${mac.subarray(0, 16).toString('base64url')}`;
  }

  private async dataKey(manager: Sql, subject: string): Promise<DataKeyRow> {
    const find = 'SELECT id, subject, kid, wrapped FROM data_key WHERE subject = $1';
    const [known] = await rowsOf(manager, find, [subject]);
    if (known) return known;
    const kid = this.keyring.newest(this.family);
    const id = `d${randomBytes(9).toString('base64url')}`;
    const wrapped = sealWith(this.keyring.get(kid), kid, `data_key:${id}:${subject}`, randomBytes(32));
    // Two transactions may meet here: the second takes what the first wrote.
    const [made] = await rowsOf(
      manager,
      `INSERT INTO data_key (id, subject, kid, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT (subject) DO NOTHING
       RETURNING id, subject, kid, wrapped`,
      [id, subject, kid, wrapped],
    );
    const row = made ?? (await rowsOf(manager, find, [subject]))[0];
    if (!row) throw new Error('data key was not kept');
    return row;
  }

  private unwrap(row: DataKeyRow): Buffer {
    if (row.wrapped === null) throw new Erased();
    const parts = partsOf(row.wrapped);
    return openWith(this.keyring.get(parts.kid), `data_key:${row.id}:${row.subject}`, parts);
  }
}

/** The vault of employee reports: own root keys, which the main keyring does not hold (access.md §5). */
export class ReportsVault extends Vault {
  constructor(keyring: Keyring) {
    super(keyring, 'reports');
  }
}

function aadOf({ table, id, column }: SealedPlace): string {
  return `${table}:${id}:${column}`;
}

async function rowsOf(manager: Sql, sql: string, params: unknown[]): Promise<DataKeyRow[]> {
  return manager.query<DataKeyRow[]>(sql, params);
}
