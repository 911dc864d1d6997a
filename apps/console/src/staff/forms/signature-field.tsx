import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

const ON_PAPER = 'paper';

/** 签字 on the printed form, whose original is filed; who refuses to sign is recorded in the field beside it. */
export function SignatureField({ field, value, errors, readOnly, domId, t, change }: ReactFieldProps<string>) {
  return (
    <FieldFrame field={field} errors={errors} domId={domId} group>
      <label className="signed">
        <input
          id={domId}
          type="checkbox"
          className="fjs-input"
          disabled={readOnly}
          checked={value === ON_PAPER}
          onChange={(event) => change(event.target.checked ? ON_PAPER : null)}
        />
        {t('form.signature.paper')}
      </label>
    </FieldFrame>
  );
}
