import { ROLE_NAMES, ROLES } from '@huiying/contracts';
import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/** 部门: a role id, chosen by its name; the browser's own list takes typed letters. */
export function DepartmentField({
  field,
  value,
  errors,
  readOnly,
  domId,
  language,
  t,
  change,
}: ReactFieldProps<string>) {
  return (
    <FieldFrame field={field} errors={errors} domId={domId}>
      <select
        id={domId}
        className="fjs-input"
        disabled={readOnly}
        aria-invalid={errors.length > 0}
        aria-describedby={errors.length > 0 ? `${domId}-error` : undefined}
        value={value ?? ''}
        onChange={(event) => change(event.target.value || null)}
      >
        <option value="">{t('form.choose')}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role][language === 'en' ? 'en' : 'zh']}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
