import { useWords } from '../../words/portal-words.js';
import { Field } from '../parts.js';
import type { StepProps } from './step-props.js';

export function WhoStep({ draft, answer, wrong }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <fieldset className="field">
        <legend>{t('file.contactLegend')}</legend>
        <label className="choice block">
          <input type="radio" name="anonymous" checked={!draft.anonymous} onChange={() => answer('anonymous', false)} />
          <span>
            <strong>{t('file.contactNamed')}</strong>
            <span className="quiet">{t('file.contactNamedHint')}</span>
          </span>
        </label>
        <label className="choice block">
          <input type="radio" name="anonymous" checked={draft.anonymous} onChange={() => answer('anonymous', true)} />
          <span>
            <strong>{t('file.contactAnonymous')}</strong>
            <span className="quiet">{t('file.contactAnonymousHint')}</span>
          </span>
        </label>
      </fieldset>
      {!draft.anonymous && (
        <>
          <Field name="name" label={t('file.name')} required error={wrong('name')}>
            {(attributes) => (
              <input
                {...attributes}
                autoComplete="name"
                maxLength={50}
                value={draft.name}
                onChange={(event) => answer('name', event.target.value)}
              />
            )}
          </Field>
          <Field name="phone" label={t('file.phone')} required error={wrong('phone')}>
            {(attributes) => (
              <input
                {...attributes}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                maxLength={30}
                value={draft.phone}
                onChange={(event) => answer('phone', event.target.value)}
              />
            )}
          </Field>
          <Field name="email" label={t('file.email')} error={wrong('email')}>
            {(attributes) => (
              <input
                {...attributes}
                type="email"
                inputMode="email"
                autoComplete="email"
                maxLength={100}
                value={draft.email}
                onChange={(event) => answer('email', event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {!draft.inquiry && (
        <label className="choice block">
          <input
            type="checkbox"
            name="employee"
            checked={draft.employee}
            onChange={(event) => answer('employee', event.target.checked)}
          />
          <span>
            {t('file.employee')} <span className="quiet">{t('app.optional')}</span>
            <span className="quiet">{t('file.employeeHint')}</span>
          </span>
        </label>
      )}
    </>
  );
}
