import { ROLE_NAMES, ROLES } from '@huiying/contracts';
import { parseYuan, plainYuan } from '../../formats/money.js';
import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/** One line of 措施列表, as the owner's check takes it. */
export interface MeasureLine {
  type?: string;
  description?: string;
  /** Unit that carries it out, where the form offers several. */
  unit?: string;
  group?: string;
  plannedOn?: string;
  amountFen?: number | null;
}

const TYPES = ['investigate', 'rectify', 'compensate', 'repair-service', 'other'] as const;

/** 措施列表: lines with buttons to add and remove; nothing has to be dragged. */
export function MeasuresField(props: ReactFieldProps<MeasureLine[]>) {
  const { field, errors, readOnly, domId, language, t, options, change } = props;
  const lines = props.value ?? [];
  const patch = (at: number, part: MeasureLine) =>
    change(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const roleName = (role: (typeof ROLES)[number]) => ROLE_NAMES[role][language === 'en' ? 'en' : 'zh'];
  return (
    <FieldFrame field={field} errors={errors} domId={domId} group>
      <ol className="measures">
        {lines.map((line, at) => {
          const id = (part: string) => `${domId}-${at}-${part}`;
          return (
            <li key={at} className="measure" aria-label={t('form.measure.nth', { n: at + 1 })}>
              <label htmlFor={id('type')}>{t('form.measure.type')}</label>
              <select
                id={id('type')}
                className="fjs-input"
                disabled={readOnly}
                value={line.type ?? ''}
                onChange={(event) => patch(at, { type: event.target.value })}
              >
                <option value="">{t('form.choose')}</option>
                {TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`measure.${type}`)}
                  </option>
                ))}
              </select>
              <label htmlFor={id('description')}>{t('form.measure.description')}</label>
              <textarea
                id={id('description')}
                className="fjs-textarea"
                rows={2}
                maxLength={500}
                readOnly={readOnly}
                value={line.description ?? ''}
                onChange={(event) => patch(at, { description: event.target.value })}
              />
              {options.length > 0 && (
                <>
                  <label htmlFor={id('unit')}>{t('form.measure.unit')}</label>
                  <select
                    id={id('unit')}
                    className="fjs-input"
                    disabled={readOnly}
                    value={line.unit ?? ''}
                    onChange={(event) => patch(at, { unit: event.target.value })}
                  >
                    <option value="">{t('form.choose')}</option>
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </>
              )}
              <label htmlFor={id('group')}>{t('form.measure.group')}</label>
              <select
                id={id('group')}
                className="fjs-input"
                disabled={readOnly}
                value={line.group ?? ''}
                onChange={(event) => patch(at, { group: event.target.value })}
              >
                <option value="">{t('form.choose')}</option>
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {roleName(role)}
                  </option>
                ))}
              </select>
              <label htmlFor={id('plannedOn')}>{t('form.measure.plannedOn')}</label>
              <input
                id={id('plannedOn')}
                className="fjs-input"
                type="date"
                readOnly={readOnly}
                value={line.plannedOn ?? ''}
                onChange={(event) => patch(at, { plannedOn: event.target.value })}
              />
              <label htmlFor={id('amount')}>{t('form.measure.amount')}</label>
              <input
                id={id('amount')}
                className="fjs-input"
                inputMode="decimal"
                readOnly={readOnly}
                defaultValue={typeof line.amountFen === 'number' ? plainYuan(line.amountFen) : ''}
                onChange={(event) => patch(at, { amountFen: parseYuan(event.target.value) ?? null })}
              />
              {!readOnly && (
                <button
                  type="button"
                  className="measure-remove"
                  onClick={() => change(lines.filter((_, index) => index !== at))}
                >
                  {t('form.measure.remove', { n: at + 1 })}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <button type="button" id={domId} className="measure-add" onClick={() => change([...lines, {}])}>
          {t('form.measure.add')}
        </button>
      )}
    </FieldFrame>
  );
}
