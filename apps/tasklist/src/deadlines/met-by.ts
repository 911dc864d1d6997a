import type { Deadline } from './deadline.js';

/** Picks the limits that something meets: the completion of their task (`task`), or an event. */
export function meetsBy(what: string): (deadline: Deadline) => boolean {
  return ({ terms }) => terms.metBy.includes(what);
}
