import { readFileSync } from 'node:fs';
import { Config } from './config.js';
import { configSchema, type Key } from './config.schema.js';

/** Exit code of a start that is refused because of its settings (sysexits EX_CONFIG). */
export const EXIT_CONFIG = 78;

/** Names every wrong key at once. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`wrong settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Env = Record<string, string | undefined>;

/**
 * The one reader of the environment (a guard test holds everybody else to it).
 * @throws ConfigError naming every key that is missing, wrong or unknown
 */
export function readConfig(env: Env = process.env): Config {
  const faults = unknownKeys(env);
  const values: Record<string, unknown> = {};
  // Keys stand in the schema after those that their fallbacks read.
  for (const name of Object.keys(configSchema) as (keyof Config)[]) {
    const key: Key<unknown> = configSchema[name];
    try {
      values[name] = key.parse(textOfKey(key, env, (other) => valueOf(values, other)));
    } catch (error) {
      if (error instanceof FollowsFault) continue;
      faults.push(`${key.env}: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.assign(new Config(), values);
}

/** The setting that this one follows is wrong itself: one fault, not two. */
class FollowsFault extends Error {}

function valueOf(values: Record<string, unknown>, key: keyof Config): unknown {
  if (!(key in values)) throw new FollowsFault();
  return values[key];
}

function textOfKey(key: Key<unknown>, env: Env, read: (key: keyof Config) => unknown): string {
  const direct = env[key.env];
  if (direct !== undefined && direct !== '') return direct;
  const file = key.secret ? env[`${key.env}_FILE`] : undefined;
  if (file) return fromFile(file);
  if (key.fallback === undefined) throw new Error('is missing');
  return typeof key.fallback === 'function' ? key.fallback(read) : key.fallback;
}

function fromFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Error('the file it names cannot be read', { cause: error });
  }
}

/** A mistyped name would otherwise be ignored in silence. Foreign prefixes are other programs' business. */
function unknownKeys(env: Env): string[] {
  const known = new Set(Object.values(configSchema).flatMap(({ env: name }) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => name.startsWith('HUIYING_') && !known.has(name))
    .map((name) => `${name}: there is no such setting`);
}
