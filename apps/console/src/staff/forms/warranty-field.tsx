import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';
import { chosenWarranty } from './warranty-blocks.js';

/**
 * 保修: until when the builder answers for the component that the field named by property `of` says, and nothing about the others; what
 * has to be chosen first is said.
 */
export function WarrantyField({ field, value, errors, domId, t, sibling }: ReactFieldProps<string>) {
  const { common, chosen } = chosenWarranty(value ?? '', sibling(field.properties?.['of'] ?? ''));
  return (
    <FieldFrame field={field} errors={errors} domId={domId} group>
      <p className="warranty-terms" aria-live="polite">
        {[common, chosen ?? t('form.warranty.choose')].filter(Boolean).join('\n')}
      </p>
    </FieldFrame>
  );
}
