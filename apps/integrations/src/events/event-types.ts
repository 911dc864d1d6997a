import { openContracts } from '@huiying/events';
import { Problem } from '@huiying/platform';

const OPEN_TYPES = openContracts().map(({ type }) => type);

/**
 * Types that patterns (`case.accepted`, `case.*`) name; no pattern = all that may leave. Sealed and invented types are one answer.
 * @throws Problem 403 `event-type-not-granted`
 */
export function typesOf(patterns: readonly string[]): string[] {
  if (patterns.length === 0) return OPEN_TYPES;
  const found = patterns.flatMap((pattern) => {
    const types = OPEN_TYPES.filter((type) => matches(pattern, type));
    if (types.length === 0) throw new Problem('event-type-not-granted', 'forbidden', { params: { type: pattern } });
    return types;
  });
  return [...new Set(found)];
}

function matches(pattern: string, type: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
