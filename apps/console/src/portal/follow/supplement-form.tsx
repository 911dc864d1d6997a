import type { SupplementInput } from '@huiying/contracts';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/portal-words.js';
import { PhotoField } from '../file/photo-field.js';
import { PhotoQueue } from '../file/photo-queue.js';
import { ErrorSummary, Field } from '../parts.js';
import type { AnswerProps } from './followed.js';
import { useAnswer } from './use-answer.js';

/** Exactly what is missing, room to give it, and 「暂时没有」 with a reason (R01.2). */
export function SupplementForm({ pair, found, onDone }: AnswerProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [unavailable, setUnavailable] = useState('');
  const [queue] = useState(() => new PhotoQueue());
  const { send, busy, errors, refuse } = useAnswer(pair, '/supplements');
  const missing = found.duties.find((duty) => duty.duty === 'supplement')?.missing ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input: SupplementInput = {
      text: text.trim() || undefined,
      unavailable: unavailable.trim() || undefined,
      uploads: queue.uploadIds().length > 0 ? queue.uploadIds() : undefined,
    };
    if (!input.text && !input.unavailable && !input.uploads)
      return refuse([{ field: 'text', text: t('supplement.need') }]);
    if (await send(input)) onDone(t('supplement.sent'));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.summary', { count: errors.entries.length })} {...errors} />}
      {missing.length > 0 && (
        <ul className="facts">
          {missing.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <PhotoField queue={queue} />
      <Field name="text" label={t('supplement.text')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={4}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {missing.length > 0 && (
        <Field name="unavailable" label={t('supplement.unavailable')}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={500}
              value={unavailable}
              onChange={(event) => setUnavailable(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('supplement.submit')}
        </button>
      </div>
    </form>
  );
}
