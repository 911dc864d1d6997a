/** Deepest nesting of a JSON body (access.md §7). */
const DEEPEST = 20;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

export type BodyFault = 'too-deep' | 'malformed-body';

/** Bodies that no honest client sends: too deep, or with keys that reach into prototypes. */
export function bodyFault(body: unknown, depth = 0): BodyFault | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if (depth >= DEEPEST) return 'too-deep';
  if (Object.keys(body).some((key) => FORBIDDEN.includes(key))) return 'malformed-body';
  for (const value of Object.values(body)) {
    const fault = bodyFault(value, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}
