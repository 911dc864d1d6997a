import { useState } from 'react';
import { parseYuan, plainYuan } from '../../formats/money.js';
import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/** 金额: yuan in, fen out. */
export function MoneyField({ field, value, errors, readOnly, domId, t, change }: ReactFieldProps<number>) {
  const [typed, setTyped] = useState(value === undefined ? '' : plainYuan(value));
  const unreadable = typed.trim() !== '' && parseYuan(typed) === undefined;
  return (
    <FieldFrame field={field} errors={unreadable ? [t('form.money.shape')] : errors} domId={domId}>
      <div className="fjs-input-group">
        <input
          id={domId}
          className="fjs-input"
          inputMode="decimal"
          readOnly={readOnly}
          aria-invalid={unreadable || errors.length > 0}
          aria-describedby={unreadable || errors.length > 0 ? `${domId}-error` : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            change(parseYuan(event.target.value) ?? null);
          }}
        />
        <span className="fjs-input-adornment">{t('form.money.unit')}</span>
      </div>
    </FieldFrame>
  );
}
