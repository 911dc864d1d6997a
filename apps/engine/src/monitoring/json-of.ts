import type { AnyRecord } from '@huiying/engine';

/**
 * Keys go out as decimal strings, as on every wire. They are told by the names of the properties; what a user named (variables,
 * values, headers) is left as it is.
 */
export function withTextKeys(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]: [string, unknown]) => {
      if (typeof entry === 'number' && /(^key|Key)$/.test(name)) return [name, String(entry)];
      if (Array.isArray(entry) && (/Keys$/.test(name) || name === 'terminate')) return [name, entry.map(String)];
      return [name, entry];
    }),
  );
}

export function recordJson(record: AnyRecord): object {
  return { ...withTextKeys(record), value: withTextKeys(record.value) };
}
