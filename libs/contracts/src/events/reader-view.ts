import type { EventSchema } from './schema.js';

const REWRITTEN = new Set(['additionalProperties', 'enum', 'properties', 'items']);

/**
 * The reader's view of a schema: unknown properties are ignored and an extensible enum takes any code, so that a reader of any minor
 * understands the data of every other.
 */
export function readerView(schema: EventSchema): EventSchema {
  const { enum: values, properties, items } = schema;
  const rest = Object.entries(schema).filter(([keyword]) => !REWRITTEN.has(keyword));
  return {
    ...Object.fromEntries(rest),
    ...(values && !schema['x-extensible'] ? { enum: values } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, readerView(inner)])) }
      : {}),
    ...(items ? { items: readerView(items) } : {}),
  };
}
