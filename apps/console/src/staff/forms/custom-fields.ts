import { type FieldContext, reactField } from './react-field.js';
import { AttendanceField } from './attendance-field.js';
import { DepartmentField } from './department-field.js';
import { MaterialsField } from './materials-field.js';
import { MeasuresField } from './measures-field.js';
import { MoneyField } from './money-field.js';
import { PersonField } from './person-field.js';
import { SignatureField } from './signature-field.js';
import { WarrantyField } from './warranty-field.js';

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
      fields.register('department', reactField('department', DepartmentField, context));
      fields.register('person', reactField('person', PersonField, context));
      fields.register('photos', reactField('photos', MaterialsField, context));
      fields.register('attendance', reactField('attendance', AttendanceField, context));
      fields.register('warranty', reactField('warranty', WarrantyField, context));
      fields.register('signature', reactField('signature', SignatureField, context));
    }
  }
  return { __init__: ['huiyingFields'], huiyingFields: ['type', HuiyingFields] };
}
