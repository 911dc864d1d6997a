import { configSchema, type Key } from './config.schema.js';

const fallbackText = ({ fallback }: Key<unknown>): string =>
  fallback === undefined ? 'must be set' : typeof fallback === 'function' ? 'follows others' : fallback;

/** Text of `.env.example`. */
export function envExample(): string {
  const keys: Key<unknown>[] = Object.values(configSchema);
  return keys
    .map((key) => {
      const secret = key.secret ? ` (or ${key.env}_FILE)` : '';
      const value = typeof key.fallback === 'string' ? key.fallback : '';
      return `# ${key.doc}${secret}\n${key.fallback === undefined ? '' : '# '}${key.env}=${value}\n`;
    })
    .join('\n');
}

/** Table of docs/configuration.md. */
export function configTable(): string {
  const keys: Key<unknown>[] = Object.values(configSchema);
  const rows = keys.map((key) => `| \`${key.env}\` | ${key.doc} | ${fallbackText(key) || '(empty)'} |`);
  return ['| setting | meaning | default |', '|---|---|---|', ...rows, ''].join('\n');
}
