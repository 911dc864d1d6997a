import { isList } from '../value.js';
import type { Value } from '../value.js';
import { overloaded, signature } from './builtin.js';
import type { Builtin } from './builtin.js';

/** Positions count code points, so that a character outside the basic plane is one. */
function substring(text: string, start: number, length = Number.POSITIVE_INFINITY): string {
  const points = [...text];
  const from = start > 0 ? start - 1 : points.length + start;
  return points.slice(Math.max(0, from), Math.max(0, from) + length).join('');
}

/** XPath's flags: x leaves out blanks, which JavaScript does not know. */
function pattern(text: string, flags = '', all = ''): RegExp | null {
  try {
    const source = flags.includes('x') ? text.replace(/\s+/g, '') : text;
    return new RegExp(source, [...new Set(`${flags.replace(/[^ims]/g, '')}u${all}`)].join(''));
  } catch {
    return null;
  }
}

const test = (run: (text: string, match: string) => Value): Builtin =>
  overloaded(signature({ string: 'string', match: 'string' }, ({ string, match }) => run(string, match)));

function matches(input: string, text: string, flags?: string): Value {
  return pattern(text, flags)?.test(input) ?? null;
}

/** $1 is a group, \ and $ are escaped as in Java. */
function replace(input: string, text: string, replacement: string, flags?: string): Value {
  const expression = pattern(text, flags, 'g');
  return expression && input.replace(expression, replacement.replace(/\$0/g, '$$&').replace(/\\\$/g, '$$$$'));
}

function join(list: readonly Value[], delimiter = '', prefix = '', suffix = ''): Value {
  const texts = list.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return null;
  return prefix + texts.join(delimiter) + suffix;
}

export const stringBuiltins: Record<string, Builtin> = {
  substring: overloaded(
    signature({ string: 'string', 'start position': 'number' }, (given) =>
      substring(given.string, given['start position']),
    ),
    signature({ string: 'string', 'start position': 'number', length: 'number' }, (given) =>
      substring(given.string, given['start position'], given.length),
    ),
  ),
  'string length': overloaded(signature({ string: 'string' }, ({ string }) => [...string].length)),
  'upper case': overloaded(signature({ string: 'string' }, ({ string }) => string.toUpperCase())),
  'lower case': overloaded(signature({ string: 'string' }, ({ string }) => string.toLowerCase())),
  'substring before': test((text, match) => text.slice(0, Math.max(0, text.indexOf(match)))),
  'substring after': test((text, match) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '',
  ),
  contains: test((text, match) => text.includes(match)),
  'starts with': test((text, match) => text.startsWith(match)),
  'ends with': test((text, match) => text.endsWith(match)),
  matches: overloaded(
    signature({ input: 'string', pattern: 'string' }, (given) => matches(given.input, given.pattern)),
    signature({ input: 'string', pattern: 'string', flags: 'string' }, (given) =>
      matches(given.input, given.pattern, given.flags),
    ),
  ),
  replace: overloaded(
    signature({ input: 'string', pattern: 'string', replacement: 'string' }, (given) =>
      replace(given.input, given.pattern, given.replacement),
    ),
    signature({ input: 'string', pattern: 'string', replacement: 'string', flags: 'string' }, (given) =>
      replace(given.input, given.pattern, given.replacement, given.flags),
    ),
  ),
  split: overloaded(
    signature({ string: 'string', delimiter: 'string' }, ({ string, delimiter }) => {
      const expression = pattern(delimiter);
      return expression && string.split(expression);
    }),
  ),
  extract: overloaded(
    signature({ string: 'string', pattern: 'string' }, (given) => {
      const expression = pattern(given.pattern, '', 'g');
      return expression && [...given.string.matchAll(expression)].map(([found]) => found);
    }),
  ),
  'string join': overloaded(
    signature({ list: 'list' }, ({ list }) => join(list)),
    signature({ list: 'list', delimiter: 'string' }, ({ list, delimiter }) => join(list, delimiter)),
    signature({ list: 'list', delimiter: 'any' }, ({ list, delimiter }) => (delimiter === null ? join(list) : null)),
    signature({ list: 'list', delimiter: 'string', prefix: 'string', suffix: 'string' }, (given) =>
      isList(given.list) ? join(given.list, given.delimiter, given.prefix, given.suffix) : null,
    ),
  ),
};
