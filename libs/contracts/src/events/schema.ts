/** Profile of JSON Schema 2020-12 that event schemas keep to (references resolved): small enough for one structural rule of compatibility. */
export interface EventSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, EventSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: EventSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
  readonly 'x-version'?: string;
  readonly 'x-extensible'?: boolean;
  readonly 'x-scope'?: string;
  readonly 'x-word'?: boolean;
  readonly 'x-deprecated'?: boolean;
  readonly 'x-unit'?: string;
}
