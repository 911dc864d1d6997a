import type { FormComponent, FormSchema } from './form-schema.js';

/** Pure: an owner may know more than the form of this version shows: only its fields, and what they offer, go out. */
export function onlyFields(schema: FormSchema | null, data: Record<string, unknown>): Record<string, unknown> {
  const keys = new Set(keysOf(schema?.components ?? []));
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.has(key)));
}

function keysOf(components: readonly FormComponent[]): string[] {
  return components.flatMap(({ key, path, components: inner = [], type, valuesKey }) => [
    ...[key, path, valuesKey].flatMap((one) => (one ? [one] : [])),
    // The fields of a list lie in its lines; what they offer lies beside it.
    ...(type === 'dynamiclist' ? inner.flatMap(({ valuesKey: offered }) => offered ?? []) : keysOf(inner)),
  ]);
}
