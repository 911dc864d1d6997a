import { type FormComponent, type FormSchema, isShownOnly } from './form-schema.js';

/** Pure: an owner may know more than the form of this version shows: only its fields, and what they offer, go out. */
export function onlyFields(schema: FormSchema | null, data: Record<string, unknown>): Record<string, unknown> {
  const keys = new Set(keysOf(schema?.components ?? []));
  return Object.fromEntries(Object.entries(data).filter(([key]) => keys.has(key)));
}

/**
 * Pure: what somebody typed so far, without what the form only shows: the next time it opens it shows that as it is then. Lines of a list are
 * the person's as a whole.
 */
export function withoutShown(schema: FormSchema | null, data: Record<string, unknown>): Record<string, unknown> {
  const shown = new Set(shownKeysOf(schema?.components ?? []));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !shown.has(key)));
}

function shownKeysOf(components: readonly FormComponent[]): string[] {
  return components.flatMap((component) => {
    const { key, path, components: inner } = component;
    if (inner) return path === undefined && key === undefined ? shownKeysOf(inner) : [];
    return key !== undefined && isShownOnly(component) ? [key] : [];
  });
}

function keysOf(components: readonly FormComponent[]): string[] {
  return components.flatMap(({ key, path, components: inner = [], type, valuesKey }) => [
    ...[key, path, valuesKey].flatMap((one) => (one ? [one] : [])),
    // The fields of a list lie in its lines; what they offer lies beside it.
    ...(type === 'dynamiclist' ? inner.flatMap(({ valuesKey: offered }) => offered ?? []) : keysOf(inner)),
  ]);
}
