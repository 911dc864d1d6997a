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

/** Table of docs/configuration.md, aligned as prettier aligns it. */
export function configTable(): string {
  const keys: Key<unknown>[] = Object.values(configSchema);
  const rows = [
    ['setting', 'meaning', 'default'],
    ...keys.map((key) => [`\`${key.env}\``, key.doc, fallbackText(key) || '(empty)']),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line), ''].join('\n');
}
