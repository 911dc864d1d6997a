import type { EventSchema } from './schema.js';
import { typesOf, walkSchema } from './schema-walk.js';

/** A fault in a schema file: where, and what is wrong. */
export interface ProfileFault {
  readonly path: string;
  readonly fault: string;
}

const KEYWORDS = new Set([
  '$schema',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'enum',
  'const',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'items',
  'minItems',
  'maxItems',
  'maxLength',
  'examples',
]);
const TYPES = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);
const FORMATS = new Set(['date', 'date-time']);
const SCOPES = new Set(['money', 'staff']);
/** What every event says of itself; the outbox adds it. */
const COMMON = ['orgId', 'at', 'actorId'];

/**
 * Holds a schema (references resolved) against the profile of events.md §3: few keywords, closed objects, and **no free text**: a string is
 * an enum, a constant, a date, a pattern of codes or a word of a maintained list. Empty = it keeps to the profile.
 */
export function profileFaults(schema: EventSchema): ProfileFault[] {
  const faults: ProfileFault[] = [];
  for (const [path, inner] of walkSchema(schema)) faults.push(...faultsOf(inner).map((fault) => ({ path, fault })));
  if (typesOf(schema).join() !== 'object') faults.push({ path: '', fault: 'data must be an object' });
  if (!/^\d+\.\d+$/.test(schema['x-version'] ?? ''))
    faults.push({ path: '', fault: 'x-version must be <major>.<minor>' });
  for (const name of COMMON)
    if (!schema.required?.includes(name))
      faults.push({ path: `/${name}`, fault: 'must be required: data stands alone' });
  return faults;
}

function faultsOf(schema: EventSchema): string[] {
  const faults: string[] = [];
  for (const keyword of Object.keys(schema))
    if (!KEYWORDS.has(keyword) && !keyword.startsWith('x-')) faults.push(`keyword ${keyword} is outside the profile`);
  const types = typesOf(schema);
  if (types.length === 0) faults.push('has no type');
  for (const type of types) if (!TYPES.has(type)) faults.push(`type ${type} is unknown`);
  if (types.filter((type) => type !== 'null').length > 1) faults.push('has more than one type besides null');
  if (types.includes('object')) faults.push(...objectFaults(schema));
  if (types.includes('array') && !schema.items) faults.push('an array names its items');
  if (types.includes('array') && schema.maxItems === undefined) faults.push('an array has maxItems');
  if (types.includes('string') && !isCoded(schema)) faults.push('is free text');
  if (schema.format !== undefined && !FORMATS.has(schema.format)) faults.push(`format ${schema.format} is unknown`);
  if (schema['x-scope'] !== undefined && !SCOPES.has(schema['x-scope']))
    faults.push(`x-scope ${schema['x-scope']} is unknown`);
  if (schema.enum && types.includes('null') !== schema.enum.includes(null))
    faults.push('null stands in type or enum alone');
  return faults;
}

function objectFaults({ properties, required = [], additionalProperties }: EventSchema): string[] {
  const faults: string[] = [];
  if (!properties) faults.push('an object names its properties');
  if (additionalProperties !== false) faults.push("the producer's view is closed: additionalProperties must be false");
  for (const name of required) if (!properties?.[name]) faults.push(`required ${name} is no property`);
  return faults;
}

/** Patterns that let no sentence through. */
const CODE_LIKE = '^[A-Za-z0-9_.:#+-]{1,64}$';

function isCoded(schema: EventSchema): boolean {
  if (schema.enum !== undefined || schema.const !== undefined) return true;
  if (schema.format === 'date' || schema.format === 'date-time') return true;
  if (schema['x-word'] && (schema.maxLength ?? Infinity) <= 64) return true;
  return schema.pattern === CODE_LIKE;
}
