import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/** Photos, receipts, contracts that lie on paper or in a file elsewhere: what it is and where it lies, one a line. */
export function MaterialsField({ field, value, errors, readOnly, domId, t, change }: ReactFieldProps<string[]>) {
  const described = { ...field, description: field.description ?? t('form.materials.hint') };
  return (
    <FieldFrame field={described} errors={errors} domId={domId}>
      <textarea
        id={domId}
        className="fjs-textarea"
        rows={3}
        maxLength={2000}
        readOnly={readOnly}
        aria-invalid={errors.length > 0}
        defaultValue={(value ?? []).join('\n')}
        onChange={(event) => {
          const lines = event.target.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
          change(lines.length > 0 ? lines : null);
        }}
      />
    </FieldFrame>
  );
}
