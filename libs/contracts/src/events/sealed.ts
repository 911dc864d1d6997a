import { EVENT_TYPES, eventContract, type EventType, topicOf } from './registry.js';

/** Types of class restricted: what they tell of is counted by insights and shown to nobody else (events.md §2). */
export const RESTRICTED_TYPES: readonly EventType[] = EVENT_TYPES.filter(
  (type) => eventContract(type).class === 'restricted',
);

/** Processes whose files are sealed (access.md §3): those that restricted events are named after. */
export const SEALED_PROCESSES: ReadonlySet<string> = new Set(RESTRICTED_TYPES.map(topicOf));

/**
 * Numbers of sealed files and of what is derived from one (`DB-…-M1`, `DB-…:R03.5`): reports `JB-`, files of the supervision office `DB-`
 * and the key of the schedule of an audit, which stands for one (processes.md §0). A regular expression for JavaScript and PostgreSQL;
 * the examples of all events are held against it.
 */
export const SEALED_NUMBER = '^(JB-|DB-|supervision-audit:)';
const SEALED = new RegExp(SEALED_NUMBER);

/** Names this number (of a subject, a key of order or of correlation) a sealed file? Then no log, list or measure may show it. */
export function isSealedNumber(number: string): boolean {
  return SEALED.test(number);
}

const restricted: ReadonlySet<string> = new Set(RESTRICTED_TYPES);

/** Is the type of class restricted? */
export function isRestricted(type: string): boolean {
  return restricted.has(type);
}
