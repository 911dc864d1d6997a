import { type FieldContext, reactField } from './react-field.js';
import { MeasuresField } from './measures-field.js';
import { MoneyField } from './money-field.js';

interface Registry {
  register(type: string, field: unknown): void;
}

/** Field types of our models that form-js does not have, as a module of the viewer. */
export function customFields(context: FieldContext) {
  class HuiyingFields {
    static readonly $inject = ['formFields'];
    constructor(fields: Registry) {
      fields.register('measures', reactField('measures', MeasuresField, context));
      fields.register('money', reactField('money', MoneyField, context));
    }
  }
  return { __init__: ['huiyingFields'], huiyingFields: ['type', HuiyingFields] };
}
