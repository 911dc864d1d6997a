import type { FieldError } from '@huiying/platform';
import { isDay } from '@huiying/working-time';
import { type FormComponent, type FormSchema, isShownOnly } from './form-schema.js';

/** Evaluates a FEEL condition of a form over its answers. */
export type Condition = (expression: string, answers: Readonly<Record<string, unknown>>) => unknown;

export interface Validated {
  /** The answers that count: of shown and editable fields. */
  answers: Record<string, unknown>;
  errors: FieldError[];
  /** Keys that the form does not know. */
  unknown: string[];
}

const LONGEST_TEXT = 10_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d/;

/**
 * Pure: holds answers against a form-js schema, as the viewer does, with codes that have a Chinese text. Fields that a condition
 * hides are neither required nor kept; shown-only fields are not taken from the browser.
 */
export function validateForm(schema: FormSchema, data: Record<string, unknown>, condition: Condition): Validated {
  const validator = new Validator(data, condition);
  validator.scope(schema.components ?? [], data, '', validator.answers);
  return validator;
}

class Validator implements Validated {
  readonly answers: Record<string, unknown> = {};
  readonly errors: FieldError[] = [];
  readonly unknown: string[] = [];

  constructor(
    private readonly data: Record<string, unknown>,
    private readonly condition: Condition,
  ) {}

  scope(
    components: FormComponent[],
    given: Record<string, unknown>,
    path: string,
    kept: Record<string, unknown>,
  ): void {
    const known = new Set<string>();
    this.walk(components, given, path, kept, known, false);
    for (const key of Object.keys(given)) if (!known.has(key)) this.unknown.push(`${path}${key}`);
  }

  private walk(
    components: FormComponent[],
    given: Record<string, unknown>,
    path: string,
    kept: Record<string, unknown>,
    known: Set<string>,
    hiddenAbove: boolean,
  ): void {
    for (const component of components) {
      const hidden = hiddenAbove || this.hides(component);
      if (component.type === 'dynamiclist') this.list(component, given, path, kept, known, hidden);
      else if (component.components && component.path) {
        this.group(component, component.path, given, path, kept, known, hidden);
      } else if (component.components && !component.key) {
        this.walk(component.components, given, path, kept, known, hidden);
      } else if (component.key) {
        known.add(component.key);
        if (!hidden && !isShownOnly(component)) this.field(component, component.key, given, path, kept);
      }
    }
  }

  private list(
    component: FormComponent,
    given: Record<string, unknown>,
    path: string,
    kept: Record<string, unknown>,
    known: Set<string>,
    hidden: boolean,
  ): void {
    const key = component.path ?? component.key;
    if (!key) return;
    known.add(key);
    if (hidden) return;
    const rows = given[key];
    if (rows === undefined || rows === null) {
      if (component.validate?.required) this.refuse(`${path}${key}`, 'required');
      return;
    }
    if (!Array.isArray(rows)) return this.refuse(`${path}${key}`, 'wrong-type');
    if (component.validate?.required && rows.length === 0) return this.refuse(`${path}${key}`, 'required');
    if (rows.length > 200) return this.refuse(`${path}${key}`, 'too-many-items', { max: 200 });
    kept[key] = rows.map((row: unknown, index) => {
      const place = `${path}${key}.${index}.`;
      if (typeof row !== 'object' || row === null || Array.isArray(row)) {
        this.refuse(`${path}${key}.${index}`, 'wrong-type');
        return {};
      }
      const keptRow: Record<string, unknown> = {};
      this.scope(component.components ?? [], row as Record<string, unknown>, place, keptRow);
      return keptRow;
    });
  }

  /** A group with a path keeps its answers in an object of that name; one that was not touched stays away. */
  private group(
    component: FormComponent,
    key: string,
    given: Record<string, unknown>,
    path: string,
    kept: Record<string, unknown>,
    known: Set<string>,
    hidden: boolean,
  ): void {
    known.add(key);
    const part = given[key];
    if (hidden || part === undefined || part === null) return;
    if (typeof part !== 'object' || Array.isArray(part)) return this.refuse(`${path}${key}`, 'wrong-type');
    const inner: Record<string, unknown> = {};
    this.scope(component.components ?? [], part as Record<string, unknown>, `${path}${key}.`, inner);
    if (Object.keys(inner).length > 0) kept[key] = inner;
  }

  private field(
    component: FormComponent,
    key: string,
    given: Record<string, unknown>,
    path: string,
    kept: Record<string, unknown>,
  ): void {
    const value = given[key];
    const rules = component.validate ?? {};
    if (isBlank(value)) {
      if (rules.required && !(value === null && offersUnknown(component))) this.refuse(`${path}${key}`, 'required');
      else if (value === null) kept[key] = null; // said: 不能排除, or deliberately none
      return;
    }
    const error = wrong(component, value);
    if (error) this.refuse(`${path}${key}`, error.code, error.params);
    else kept[key] = normal(component, value);
  }

  private hides(component: FormComponent): boolean {
    const hide = component.conditional?.hide;
    return typeof hide === 'string' && hide.startsWith('=') && this.condition(hide.slice(1), this.data) === true;
  }

  private refuse(field: string, code: string, params?: FieldError['params']): void {
    this.errors.push({ field, code, ...(params && { params }) });
  }
}

type Fault = { code: string; params?: Record<string, string | number> } | undefined;

function wrong(component: FormComponent, value: unknown): Fault {
  switch (component.type) {
    case 'number':
      return wrongNumber(component, value);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : { code: 'wrong-type' };
    case 'select':
    case 'radio':
      return wrongChoice(component, [value]);
    case 'checklist':
    case 'taglist':
      return Array.isArray(value) ? wrongChoice(component, value as unknown[]) : { code: 'wrong-type' };
    case 'datetime':
      return wrongMoment(component, value);
    case 'textfield':
    case 'textarea':
      return wrongText(component, value);
    default:
      return undefined; // fields of our own: their owner's check judges them
  }
}

function wrongNumber({ validate: rules = {} }: FormComponent, value: unknown): Fault {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return { code: 'wrong-type' };
  if (rules.min !== undefined && number < rules.min) return { code: 'too-small', params: { min: rules.min } };
  if (rules.max !== undefined && number > rules.max) return { code: 'too-big', params: { max: rules.max } };
  return undefined;
}

function wrongChoice({ values }: FormComponent, chosen: unknown[]): Fault {
  if (!chosen.every((value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'))
    return { code: 'wrong-type' };
  if (!values || values.length === 0) return undefined; // offered by the owner's data: its check judges
  const allowed = values.map(({ value }) => String(value));
  return chosen.every((value) => allowed.includes(String(value))) ? undefined : { code: 'not-allowed-value' };
}

function wrongMoment({ subtype }: FormComponent, value: unknown): Fault {
  if (typeof value !== 'string') return { code: 'wrong-type' };
  if (subtype === 'time') return TIME.test(value) ? undefined : { code: 'wrong-type' };
  if (!isDay(value.slice(0, 10))) return { code: 'not-a-day' };
  if (subtype === 'datetime') return Number.isNaN(Date.parse(value)) ? { code: 'wrong-type' } : undefined;
  return value.length === 10 ? undefined : { code: 'not-a-day' };
}

function wrongText({ validate: rules = {} }: FormComponent, value: unknown): Fault {
  if (typeof value !== 'string') return { code: 'wrong-type' };
  const length = Array.from(value).length;
  const max = rules.maxLength ?? LONGEST_TEXT;
  if (length > max) return { code: 'too-long', params: { max } };
  if (rules.minLength !== undefined && length < rules.minLength)
    return { code: 'too-short', params: { min: rules.minLength } };
  if (rules.pattern && !matches(rules.pattern, value)) return { code: 'not-accepted-format' };
  return undefined;
}

/** A pattern that is no regular expression is the author's mistake, which the studio's lint names; it refuses nobody. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}

/** 不能排除 is an answer: it may come as the option or as null. */
function offersUnknown({ values }: FormComponent): boolean {
  return values?.some(({ value }) => value === null || value === 'unknown') ?? false;
}

/** The answer as the form means it: the option's own value (true, not "true"), a number for digits. */
function normal(component: FormComponent, value: unknown): unknown {
  if (component.type === 'number') return Number(value);
  const options = component.values;
  if (!options || options.length === 0) return value;
  const own = (chosen: unknown) =>
    options.find(({ value: option }) => String(option) === String(chosen))?.value ?? chosen;
  return Array.isArray(value) ? value.map(own) : own(value);
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
