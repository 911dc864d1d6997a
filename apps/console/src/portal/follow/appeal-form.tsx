import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/portal-words.js';
import { PhotoField } from '../file/photo-field.js';
import { PhotoQueue } from '../file/photo-queue.js';
import { ErrorSummary, Field } from '../parts.js';
import type { AnswerProps } from './followed.js';
import { Outcome } from './outcome.js';
import { useAnswer } from './use-answer.js';

/** 申请复查 (R01.7, R04.12). No reason is refused here: any text goes through. */
export function AppealForm({ pair, found, onDone }: AnswerProps) {
  const { t } = useWords();
  const [route, setRoute] = useState<'review' | 'authority'>('review');
  const [reason, setReason] = useState('');
  const [queue] = useState(() => new PhotoQueue());
  const { send, busy, errors, refuse } = useAnswer(pair, '/appeals');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return refuse([{ field: 'reason', text: t('appeal.need') }]);
    const uploads = queue.uploadIds();
    if (await send({ reason: reason.trim(), route, uploads: uploads.length > 0 ? uploads : undefined }))
      onDone(t('appeal.sent'));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.summary', { count: errors.entries.length })} {...errors} />}
      <Outcome found={found} />
      <fieldset className="field">
        <legend>{t('appeal.legend')}</legend>
        {(['review', 'authority'] as const).map((value) => (
          <label key={value} className="choice block">
            <input type="radio" name="route" checked={route === value} onChange={() => setRoute(value)} />
            <span>{t(`appeal.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <p aria-live="polite">{t(`appeal.leadOf.${route}`)}</p>
      <Field
        name="reason"
        label={t('appeal.reason')}
        required
        error={errors?.entries.find((entry) => entry.field)?.text}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={5}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <PhotoField queue={queue} />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('appeal.submit')}
        </button>
      </div>
    </form>
  );
}
