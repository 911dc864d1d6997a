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
  own: (type: string, value: unknown) => string | undefined;
}

/**
 * Pure: the answers of a form in its order, options by their labels, lists one line an item; blank ones are left out. `offered`: what the
 * form opened with, where options that its owner offers stand.
 */
export function listAnswers(
  schema: FormSchema,
  data: Record<string, unknown>,
  words: AnswerWords,
  offered: Record<string, unknown> = data,
): ListedAnswer[] {
  return walk(schema.components ?? [], data, offered, words);
}

function walk(
  components: FormComponent[],
  scope: Record<string, unknown>,
  all: Record<string, unknown>,
  words: AnswerWords,
): ListedAnswer[] {
  return components.flatMap((component) => {
    if (component.type === 'dynamiclist') {
      const rows = scope[component.path ?? component.key ?? ''];
      if (!Array.isArray(rows) || rows.length === 0) return [];
      const lines = rows.map((row: unknown) =>
        walk(component.components ?? [], row as Record<string, unknown>, all, words)
          .map((answer) => `${answer.label} ${answer.text}`)
          .join('，'),
      );
      return [{ key: component.path ?? '', label: component.label ?? '', text: lines.join('\n') }];
    }
    if (component.components) return walk(component.components, within(scope, component.path), all, words);
    if (!component.key) return [];
    const text = textOf(component, scope[component.key], all, words);
    return text ? [{ key: component.key, label: labelOf(component), text }] : [];
  });
}

/** A group with a path has its answers one level down. */
function within(scope: Record<string, unknown>, path: string | undefined): Record<string, unknown> {
  const inner = path ? scope[path] : scope;
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
}

function textOf(component: FormComponent, value: unknown, all: Record<string, unknown>, words: AnswerWords): string {
  if (value === undefined || value === '') return '';
  const own = value === null ? undefined : words.own(component.type, value);
  if (own !== undefined) return own;
  const options = component.values ?? optionsOf(component, all);
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

function optionsOf(component: FormComponent, all: Record<string, unknown>): { value: unknown; label?: string }[] {
  const offered = component.valuesKey ? all[component.valuesKey] : undefined;
  return Array.isArray(offered) ? (offered as { value: unknown; label?: string }[]) : [];
}
