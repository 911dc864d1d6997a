import type { NamedAnswers } from '@huiying/contracts';
import { type FormComponent, type FormSchema, labelOf } from './form-schema.js';

/** An answer as text, for the page 核对 and for finished tasks. */
export interface ListedAnswer {
  key: string;
  label: string;
  text: string;
}

export interface AnswerWords {
  yes: string;
  no: string;
  none: string;
  /** Of a field type of ours: what its value says; undefined where the type is none of them. */
  own: (type: string, value: unknown, options: readonly Option[]) => string | undefined;
}

/** What an id that the form does not name itself is called. */
export interface Option {
  value: unknown;
  label?: string;
}
type OptionsOf = (component: FormComponent) => readonly Option[];

/** Pure: the options that an open form's owner offers, and the people it may name, by the `among` of their field. */
export function offeredIn(
  data: Readonly<Record<string, unknown>>,
  people: Readonly<Record<string, readonly { id: string; name: string }[]>> = {},
): OptionsOf {
  return ({ type, valuesKey, properties }) => {
    if (type === 'person')
      return (people[properties?.['among'] ?? ''] ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const offered = valuesKey ? data[valuesKey] : undefined;
    return Array.isArray(offered) ? (offered as Option[]) : [];
  };
}

/** Pure: what was chosen in a finished form, as it was called then. */
export function namedIn(named: NamedAnswers = {}): OptionsOf {
  return ({ key = '' }) => named[key] ?? [];
}

/** Pure: the answers of a form in its order, options by their labels, lists one line an item; blank ones are left out. */
export function listAnswers(
  schema: FormSchema,
  data: Record<string, unknown>,
  words: AnswerWords,
  optionsOf: OptionsOf,
): ListedAnswer[] {
  return walk(schema.components ?? [], data, optionsOf, words);
}

function walk(
  components: FormComponent[],
  scope: Record<string, unknown>,
  optionsOf: OptionsOf,
  words: AnswerWords,
): ListedAnswer[] {
  return components.flatMap((component) => {
    if (component.type === 'dynamiclist') {
      const rows = scope[component.path ?? component.key ?? ''];
      if (!Array.isArray(rows) || rows.length === 0) return [];
      const lines = rows.map((row: unknown) =>
        walk(component.components ?? [], row as Record<string, unknown>, optionsOf, words)
          .map((answer) => `${answer.label} ${answer.text}`)
          .join('，'),
      );
      return [{ key: component.path ?? '', label: component.label ?? '', text: lines.join('\n') }];
    }
    if (component.components) return walk(component.components, within(scope, component.path), optionsOf, words);
    if (!component.key) return [];
    const text = textOf(component, scope[component.key], optionsOf, words);
    return text ? [{ key: component.key, label: labelOf(component), text }] : [];
  });
}

/** A group with a path has its answers one level down. */
function within(scope: Record<string, unknown>, path: string | undefined): Record<string, unknown> {
  const inner = path ? scope[path] : scope;
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
}

function textOf(component: FormComponent, value: unknown, optionsOf: OptionsOf, words: AnswerWords): string {
  if (value === undefined || value === '') return '';
  const options = component.values ?? optionsOf(component);
  const own = value === null ? undefined : words.own(component.type, value, options);
  if (own !== undefined) return own;
  const named = (one: unknown): string => {
    const option = options.find((candidate) => candidate.value === one);
    if (option) return option.label ?? String(option.value);
    if (one === true) return words.yes;
    if (one === false) return words.no;
    if (one === null) return words.none;
    return typeof one === 'string' || typeof one === 'number' ? String(one) : '';
  };
  if (value === null && options.length === 0) return '';
  return Array.isArray(value) ? value.map(named).join('、') : named(value);
}
