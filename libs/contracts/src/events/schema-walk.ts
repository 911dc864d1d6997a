import type { EventSchema } from './schema.js';

/** Every schema inside a schema with its path: `/properties/measures/items/properties/group`. */
export function* walkSchema(schema: EventSchema, path = ''): Generator<[path: string, schema: EventSchema]> {
  yield [path, schema];
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* walkSchema(inner, `${path}/${name}`);
  if (schema.items) yield* walkSchema(schema.items, `${path}/[]`);
}

/** The types of a schema, null among them where it is nullable. */
export function typesOf({ type, const: value }: EventSchema): string[] {
  if (type !== undefined) return typeof type === 'string' ? [type] : [...type].sort();
  return value === undefined ? [] : [typeof value];
}
