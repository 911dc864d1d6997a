import { isContext, isList } from '../value.js';
import type { Context, Value } from '../value.js';
import { overloaded, signature } from './builtin.js';
import type { Builtin } from './builtin.js';

const texts = (list: readonly Value[]): list is readonly string[] => list.every((item) => typeof item === 'string');

function valueAt(context: Context, keys: readonly string[]): Value {
  let value: Value = context;
  for (const key of keys) {
    if (!isContext(value) || !Object.hasOwn(value, key)) return null;
    value = value[key] ?? null;
  }
  return value;
}

function put(context: Context, [key, ...rest]: readonly string[], value: Value): Value {
  if (key === undefined) return null;
  if (rest.length === 0) return { ...context, [key]: value };
  const inner = Object.hasOwn(context, key) ? context[key] : {};
  if (inner === undefined || !isContext(inner)) return null;
  const changed = put(inner, rest, value);
  return changed && { ...context, [key]: changed };
}

function fromEntries(entries: readonly Value[]): Value {
  const result: Record<string, Value> = {};
  for (const entry of entries) {
    if (!isContext(entry) || typeof entry['key'] !== 'string' || !Object.hasOwn(entry, 'value')) return null;
    result[entry['key']] = entry['value'] ?? null;
  }
  return result;
}

function merge(contexts: readonly Value[]): Value {
  return contexts.every(isContext) ? contexts.reduce<Context>((all, one) => ({ ...all, ...one }), {}) : null;
}

const putting = overloaded(
  signature({ context: 'context', key: 'string', value: 'any' }, ({ context, key, value }) =>
    put(context, [key], value),
  ),
  signature({ context: 'context', keys: 'list', value: 'any' }, ({ context, keys, value }) =>
    texts(keys) ? put(context, keys, value) : null,
  ),
);

const merging: Builtin = {
  invoke: (values) => {
    const [first] = values;
    return merge(values.length === 1 && first !== undefined && isList(first) ? first : values);
  },
  order: ({ contexts }) => (contexts === undefined ? undefined : [contexts]),
};

export const contextBuiltins: Record<string, Builtin> = {
  'get entries': overloaded(
    signature({ context: 'context' }, ({ context }) => Object.entries(context).map(([key, value]) => ({ key, value }))),
  ),
  'get value': overloaded(
    signature({ context: 'context', key: 'string' }, ({ context, key }) => valueAt(context, [key])),
    signature({ context: 'context', keys: 'list' }, ({ context, keys }) =>
      texts(keys) ? valueAt(context, keys) : null,
    ),
  ),
  'context put': putting,
  put: putting,
  'context merge': merging,
  'put all': merging,
  context: overloaded(signature({ entries: 'list' }, ({ entries }) => fromEntries(entries))),
};
