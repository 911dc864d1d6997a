/** What the console reads of a form-js schema; drawing it is the viewer's business. */
export interface FormComponent {
  id?: string;
  type: string;
  key?: string;
  path?: string;
  label?: string;
  /** Of a date: form-js shows this one. */
  dateLabel?: string;
  text?: string;
  subtype?: string;
  disabled?: boolean;
  readonly?: boolean | string;
  values?: { value: unknown; label?: string }[];
  valuesKey?: string;
  components?: FormComponent[];
  validate?: { required?: boolean };
  conditional?: { hide?: string };
  properties?: Record<string, string>;
}

export interface FormSchema {
  id?: string;
  type?: string;
  components?: FormComponent[];
}

/** What a person calls the field. */
export const labelOf = (component: FormComponent): string =>
  component.label || component.dateLabel || component.key || '';

/** Every component with its parents' lists flattened, in the order of the form. */
export function* componentsOf(schema: { components?: FormComponent[] }): Generator<FormComponent> {
  for (const component of schema.components ?? []) {
    yield component;
    yield* componentsOf(component);
  }
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A read-only field that has nothing to tell is left out: an empty box makes people look for what is missing. */
export function withoutEmptyFacts<T extends { components?: FormComponent[] }>(
  schema: T,
  data: Readonly<Record<string, unknown>>,
): T {
  const tells = ({ readonly, key }: FormComponent) => readonly !== true || key === undefined || !isBlank(data[key]);
  const components = (schema.components ?? [])
    .filter(tells)
    .map((component) => (component.components && !component.path ? withoutEmptyFacts(component, data) : component));
  return { ...schema, ...(schema.components ? { components } : {}) };
}
