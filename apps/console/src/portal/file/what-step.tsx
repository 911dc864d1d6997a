import { useWords } from '../../words/portal-words.js';
import { Field } from '../parts.js';
import { photos } from './filing.js';
import type { StepProps } from './step-props.js';
import { PhotoField } from './photo-field.js';

export function WhatStep({ draft, answer, wrong }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <Field
        name="description"
        label={t('file.description')}
        hint={t('file.descriptionHint')}
        required
        error={wrong('description')}
      >
        {(attributes) => (
          <>
            <textarea
              {...attributes}
              rows={6}
              value={draft.description}
              onChange={(event) => answer('description', event.target.value)}
            />
            <p className="counted">{t('file.counted', { count: [...draft.description.trim()].length })}</p>
          </>
        )}
      </Field>
      <PhotoField queue={photos} />
      <fieldset className="field">
        <legend>
          {t('file.danger')} <span className="quiet">{t('app.optional')}</span>
        </legend>
        <div className="choices">
          {(['yes', 'no', 'unknown'] as const).map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="danger"
                checked={draft.danger === value}
                onChange={() => answer('danger', value)}
              />
              {t(`file.danger.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="demand" label={t('file.demand')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            maxLength={500}
            value={draft.demand}
            onChange={(event) => answer('demand', event.target.value)}
          />
        )}
      </Field>
      {!draft.inquiry && (
        <details open={Boolean(draft.amount || draft.households || wrong('amount') || wrong('households'))}>
          <summary>{t('file.more')}</summary>
          <Field name="amount" label={t('file.amount')} error={wrong('amount')}>
            {(attributes) => (
              <input
                {...attributes}
                inputMode="decimal"
                autoComplete="off"
                value={draft.amount}
                onChange={(event) => answer('amount', event.target.value)}
              />
            )}
          </Field>
          <Field name="households" label={t('file.households')} error={wrong('households')}>
            {(attributes) => (
              <input
                {...attributes}
                inputMode="numeric"
                autoComplete="off"
                value={draft.households}
                onChange={(event) => answer('households', event.target.value)}
              />
            )}
          </Field>
        </details>
      )}
    </>
  );
}
