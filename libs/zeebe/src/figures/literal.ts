import { plain, type Stretch } from './dmn-text.js';

/** What a literal of FEEL says: a figure. */
export type Literal = number | boolean | string | (number | string)[];

/** An entry of a literal context `{name: value, group: {name: value}}`; nested names are joined by a dot. */
export interface Entry {
  name: string;
  value: Stretch;
}

/** The value of a literal, undefined for anything that is computed. */
export function literalOf(text: string): Literal | undefined {
  const source = plain(text).trim();
  if (/^-?\d+(\.\d+)?$/.test(source)) return Number(source);
  if (source === 'true' || source === 'false') return source === 'true';
  if (/^"[^"\\]*"$/.test(source)) return source.slice(1, -1);
  if (source.startsWith('[') && source.endsWith(']')) return listOf(source);
  return undefined;
}

/** A literal as FEEL writes it. */
export function feelOf(value: Literal): string {
  if (Array.isArray(value)) return `[${value.map(feelOf).join(', ')}]`;
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The entries of a context, with the place of each value; nothing for what is no context. */
export function entriesOf(context: Stretch, prefix = ''): Entry[] {
  const open = context.text.indexOf('{');
  const close = context.text.lastIndexOf('}');
  if (open < 0 || context.text.slice(0, open).trim() !== '' || close < open) return [];
  return partsOf(context.text, open + 1, close).flatMap(([from, to]) => {
    const part = context.text.slice(from, to);
    const found = /^\s*"?([A-Za-z_][\w-]*)"?\s*:\s*/.exec(part);
    if (!found) return [];
    const begin = from + found[0].length;
    const text = context.text.slice(begin, to).trimEnd();
    const value = { from: context.from + begin, to: context.from + begin + text.length, text };
    const name = `${prefix}${found[1] ?? ''}`;
    return text.startsWith('{') ? entriesOf(value, `${name}.`) : [{ name, value }];
  });
}

function listOf(source: string): (number | string)[] | undefined {
  const parts = partsOf(source, 1, source.length - 1).map(([from, to]) => literalOf(source.slice(from, to)));
  const simple = parts.every((part) => typeof part === 'number' || typeof part === 'string');
  return simple ? parts : undefined;
}

/** From and to of what commas part at the outermost level. */
function partsOf(text: string, begin: number, end: number): [number, number][] {
  const parts: [number, number][] = [];
  let [depth, quoted, from] = [0, false, begin];
  for (let at = begin; at < end; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ('[{('.includes(sign)) depth++;
    else if (')}]'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) {
      parts.push([from, at]);
      from = at + 1;
    }
  }
  if (text.slice(from, end).trim() !== '') parts.push([from, end]);
  return parts;
}
