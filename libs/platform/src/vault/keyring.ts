import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Families of keys in a keyring file; the newest number of each is used for new values. */
export type KeyFamily = 'main' | 'reports' | 'code' | `blind.${string}`;

/** Root keys by id (`main.1`, `code.1`, `blind.main.1`), 32 bytes each. */
export class Keyring {
  constructor(private readonly keys: Map<string, Buffer>) {}

  /** @throws Error naming the key id, so that the start can say `key-missing <kid>` */
  get(kid: string): Buffer {
    const key = this.keys.get(kid);
    if (!key) throw new KeyMissing(kid);
    return key;
  }

  has(kid: string): boolean {
    return this.keys.has(kid);
  }

  /** Id of the newest key of a family. */
  newest(family: KeyFamily): string {
    const newest = this.live(family)[0];
    if (newest === undefined) throw new KeyMissing(`${family}.1`);
    return newest;
  }

  /** Ids of a family, newest first. */
  live(family: KeyFamily): string[] {
    const number = (kid: string): number => Number(kid.slice(family.length + 1));
    return [...this.keys.keys()]
      .filter((kid) => kid.startsWith(`${family}.`) && Number.isInteger(number(kid)))
      .sort((a, b) => number(b) - number(a));
  }

  ids(): string[] {
    return [...this.keys.keys()];
  }
}

export class KeyMissing extends Error {
  constructor(readonly kid: string) {
    super(`key-missing ${kid}`);
    this.name = 'KeyMissing';
  }
}

/** Reads a keyring file. @throws Error when it is readable by others, malformed, or holds a key of another length */
export function readKeyring(path: string): Keyring {
  if ((statSync(path).mode & 0o077) !== 0) throw new Error(`keyring-mode ${path}`);
  const text: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof text !== 'object' || text === null) throw new Error(`keyring-malformed ${path}`);
  const keys = Object.entries(text).map(([kid, value]): [string, Buffer] => {
    const key = Buffer.from(String(value), 'base64');
    if (key.length !== 32) throw new Error(`keyring-malformed ${path} ${kid}`);
    return [kid, key];
  });
  return new Keyring(new Map(keys));
}

/**
 * The embedded shape's keyring: made once, mode 0600, and completed when a new family is asked for. A family that exists is never
 * replaced. @returns the ids that were made
 */
export function makeKeyring(path: string, families: KeyFamily[]): string[] {
  const known: Record<string, string> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
    : {};
  const made = families
    .filter((family) => !Object.keys(known).some((kid) => kid.startsWith(`${family}.`)))
    .map((family) => `${family}.1`);
  if (made.length === 0) return [];
  for (const kid of made) known[kid] = randomBytes(32).toString('base64');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  return made;
}
