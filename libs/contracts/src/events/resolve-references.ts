import type { EventSchema } from './schema.js';

/** A schema file as written: `$ref` points into common.json. */
export type SchemaSource = { readonly [key: string]: unknown };

const COMMON = /^\.\.\/common\.json#\/\$defs\/([A-Za-z]+)$/;

/**
 * The schema with every `$ref` replaced by what it names, so that it stands alone (published copies, AsyncAPI, ajv).
 * Keywords beside a `$ref` win. Throws Error where a reference leads anywhere but into common.json.
 */
export function resolveReferences(
  schema: SchemaSource,
  definitions: Readonly<Record<string, SchemaSource>>,
): EventSchema {
  return resolve(schema, definitions) as EventSchema;
}

function resolve(value: unknown, definitions: Readonly<Record<string, SchemaSource>>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as SchemaSource;
  const own = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, resolve(inner, definitions)]));
  if ($ref === undefined) return own;
  const name = typeof $ref === 'string' ? COMMON.exec($ref)?.[1] : undefined;
  const definition = name === undefined ? undefined : definitions[name];
  if (!definition) throw new Error(`unknown reference ${JSON.stringify($ref)}`);
  return { ...definition, ...own };
}
