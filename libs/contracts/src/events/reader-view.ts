import type { EventSchema } from './schema.js';

/**
 * The reader's view of a schema: unknown properties are ignored and an extensible enum takes any code, so that a reader of any minor
 * understands the data of every other.
 */
export function readerView(schema: EventSchema): EventSchema {
  const { additionalProperties: _closed, enum: values, properties, items, ...rest } = schema;
  return {
    ...rest,
    ...(values && !schema['x-extensible'] ? { enum: values } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, readerView(inner)])) }
      : {}),
    ...(items ? { items: readerView(items) } : {}),
  };
}
