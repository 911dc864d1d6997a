import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/portal-words.js';
import { ErrorSummary, Field } from '../parts.js';
import type { AnswerProps } from './followed.js';
import { useAnswer } from './use-answer.js';

/** Asked once, with what stays: penalties and an emergency go on. */
export function WithdrawForm({ pair, onDone }: AnswerProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { send, busy, errors } = useAnswer(pair, '/withdrawal');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send({ reason: reason.trim() || undefined })) onDone(t('withdraw.sent'));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.refused')} {...errors} />}
      <p>{t('withdraw.text')}</p>
      <Field name="reason" label={t('withdraw.reason')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('withdraw.submit')}
        </button>
      </div>
    </form>
  );
}
