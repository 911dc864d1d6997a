import type { FormComponent, FormSchema } from './form-schema.js';

/** A field whose answer is an id: of options that the form's owner offers under `valuesKey`, or of people. */
export interface ChosenIds {
  key: string;
  /** Absent: a person. */
  valuesKey?: string;
  ids: string[];
}

/** Pure: the ids among the answers of a form, whose names only its owner or the directory knows; in lists and groups as well. */
export function chosenIds(schema: FormSchema, answers: Readonly<Record<string, unknown>>): ChosenIds[] {
  return walk(schema.components ?? [], answers);
}

function walk(components: readonly FormComponent[], answers: Readonly<Record<string, unknown>>): ChosenIds[] {
  return components.flatMap((component) => {
    const { type, key, path, valuesKey, components: inner } = component;
    if (inner) {
      const part = path === undefined ? answers : answers[path];
      return (Array.isArray(part) ? part : [part]).flatMap((one) => (isObject(one) ? walk(inner, one) : []));
    }
    if (key === undefined || (valuesKey === undefined && type !== 'person')) return [];
    const ids = idsIn(answers[key]);
    return ids.length === 0 ? [] : [{ key, ids, ...(valuesKey === undefined ? {} : { valuesKey }) }];
  });
}

/** A list of measures names the unit of each line beside its texts: what no option has is no id. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isObject(value) ? Object.values(value).flatMap(idsIn) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
