import type { ProblemField } from '../../http/request.js';
import { componentsOf, type FormComponent, type FormSchema, labelOf } from './form-schema.js';

/** A field to be mended, as the summary shows it; `fieldId` leads the focus there. */
export interface FormFault {
  fieldId?: string;
  label: string;
  text: string;
  required?: boolean;
}

/** Pure: what the viewer's validation found, in the order of the form; `required` says that an answer is missing altogether. */
export function viewerFaults(
  schema: FormSchema,
  errors: Readonly<Record<string, unknown>>,
  requiredText: string,
): FormFault[] {
  const faults: FormFault[] = [];
  for (const component of componentsOf(schema)) {
    const found = component.id ? texts(errors[component.id]) : [];
    if (found[0])
      faults.push({
        fieldId: component.id,
        label: labelOf(component),
        text: found[0],
        required: found[0] === requiredText,
      });
  }
  return faults;
}

/** Errors are lists of texts; inside a repeated group they are nested by its indexes. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
}

/** Pure: what the owner's check refused, by the key of the field: `measures.0.plannedOn` belongs to `plannedOn` of the list. */
export function serverFaults(schema: FormSchema, errors: readonly ProblemField[], fallback: string): FormFault[] {
  const components = [...componentsOf(schema)];
  return errors.map((error) => {
    const path = error.field.replace(/^data\./, '').split('.');
    const component = find(components, path);
    const row = path.find((part) => /^\d+$/.test(part));
    return {
      fieldId: component?.id,
      label: [component ? labelOf(component) : error.field, row && String(Number(row) + 1)].filter(Boolean).join(' '),
      text: error.text ?? fallback,
    };
  });
}

function find(components: FormComponent[], path: string[]): FormComponent | undefined {
  for (const key of path.toReversed()) {
    const found = components.find((component) => component.key === key || component.path === key);
    if (found) return found;
  }
  return undefined;
}
