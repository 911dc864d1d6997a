import type { EventSchema } from './schema.js';
import { typesOf } from './schema-walk.js';

export type ChangeClass = 'none' | 'minor' | 'major';

export interface SchemaChange {
  readonly path: string;
  readonly change: string;
  readonly class: Exclude<ChangeClass, 'none'>;
}

/**
 * What changed from one published version to another, each change with its class (events.md §3). Within a major the rule is full
 * transitive over reader views: unknown properties are ignored and extensible enums take unknown codes, so only adding an optional
 * property, adding a code to an extensible enum, and text or deprecation marks are minor. Everything else is major.
 */
export function schemaChanges(before: EventSchema, after: EventSchema, path = ''): SchemaChange[] {
  return [
    ...plainChanges(before, after, path),
    ...enumChanges(before, after, path),
    ...propertyChanges(before, after, path),
    ...itemChanges(before, after, path),
  ];
}

export function changeClass(before: EventSchema, after: EventSchema): ChangeClass {
  const changes = schemaChanges(before, after);
  if (changes.some((change) => change.class === 'major')) return 'major';
  return changes.length > 0 ? 'minor' : 'none';
}

/** Keywords that a reader relies on: any difference changes what old or new data mean. */
const FIXED = [
  'const',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'maxLength',
  'additionalProperties',
  'x-extensible',
  'x-scope',
  'x-word',
  'x-unit',
] as const;
const TEXT = ['title', 'description', 'x-deprecated'] as const;

function plainChanges(before: EventSchema, after: EventSchema, path: string): SchemaChange[] {
  const changes: SchemaChange[] = [];
  if (typesOf(before).join() !== typesOf(after).join()) changes.push({ path, change: 'type', class: 'major' });
  for (const keyword of FIXED)
    if (before[keyword] !== after[keyword]) changes.push({ path, change: keyword, class: 'major' });
  for (const keyword of TEXT)
    if (before[keyword] !== after[keyword]) changes.push({ path, change: keyword, class: 'minor' });
  if (JSON.stringify(before.examples) !== JSON.stringify(after.examples))
    changes.push({ path, change: 'examples', class: 'minor' });
  return changes;
}

function enumChanges(before: EventSchema, after: EventSchema, path: string): SchemaChange[] {
  if (!before.enum && !after.enum) return [];
  if (!before.enum || !after.enum) return [{ path, change: 'enum', class: 'major' }];
  const { enum: old } = before;
  const { enum: now } = after;
  const removed = old.filter((value) => !now.includes(value)).map((value) => `enum value ${value} removed`);
  const added = now.filter((value) => !old.includes(value)).map((value) => `enum value ${value} added`);
  const growing = before['x-extensible'] === true && after['x-extensible'] === true;
  return [
    ...removed.map((change): SchemaChange => ({ path, change, class: 'major' })),
    ...added.map((change): SchemaChange => ({ path, change, class: growing ? 'minor' : 'major' })),
  ];
}

function propertyChanges(before: EventSchema, after: EventSchema, path: string): SchemaChange[] {
  const old = before.properties ?? {};
  const now = after.properties ?? {};
  const changes: SchemaChange[] = [];
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const at = `${path}/${name}`;
    const [was, is] = [old[name], now[name]];
    const [wasRequired, isRequired] = [
      before.required?.includes(name) ?? false,
      after.required?.includes(name) ?? false,
    ];
    if (was && !is) changes.push({ path: at, change: 'property removed', class: 'major' });
    else if (!was && is) changes.push({ path: at, change: 'property added', class: isRequired ? 'major' : 'minor' });
    else if (was && is) {
      if (wasRequired !== isRequired) changes.push({ path: at, change: 'required', class: 'major' });
      changes.push(...schemaChanges(was, is, at));
    }
  }
  return changes;
}

function itemChanges(before: EventSchema, after: EventSchema, path: string): SchemaChange[] {
  if (!before.items && !after.items) return [];
  if (!before.items || !after.items) return [{ path, change: 'items', class: 'major' }];
  return schemaChanges(before.items, after.items, `${path}/[]`);
}
