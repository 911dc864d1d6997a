/** What the tasklist reads of a form-js schema; everything else belongs to the viewer. */
export interface FormSchema {
  id?: string;
  components?: FormComponent[];
}

export interface FormComponent {
  type: string;
  key?: string;
  path?: string;
  label?: string;
  disabled?: boolean;
  readonly?: boolean | string;
  subtype?: string;
  values?: { value: unknown; label?: string }[];
  valuesKey?: string;
  valuesExpression?: string;
  validate?: {
    required?: boolean;
    minLength?: number;
    maxLength?: number;
    min?: number;
    max?: number;
    pattern?: string;
    validationType?: string;
  };
  conditional?: { hide?: string };
  components?: FormComponent[];
  properties?: Record<string, string>;
}

/** Pure: what a field shows and nobody may change. */
export function isShownOnly({ disabled, readonly, properties }: FormComponent): boolean {
  return disabled === true || readonly === true || properties?.['readonly'] === 'true';
}
