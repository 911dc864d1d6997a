import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/portal-words.js';
import { ErrorSummary, Field } from '../parts.js';
import type { AnswerProps } from './followed.js';
import { Outcome } from './outcome.js';
import { useAnswer } from './use-answer.js';

/** Word and face; the word carries the meaning. Scores as the contract has them: 1–2 不满意, 3 基本满意, 4–5 满意. */
const SCORES = [
  { score: 5, text: 'rating.good', face: '🙂' },
  { score: 3, text: 'rating.fair', face: '😐' },
  { score: 1, text: 'rating.bad', face: '🙁' },
] as const;

export function RatingForm({ pair, found, onDone }: AnswerProps) {
  const { t } = useWords();
  const [score, setScore] = useState<number>();
  const [comment, setComment] = useState('');
  const { send, busy, errors, refuse } = useAnswer(pair, '/rating');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (score === undefined) return refuse([{ field: 'score', text: t('rating.need') }]);
    if (await send({ score, comment: comment.trim() || undefined }))
      onDone(t(score < 3 ? 'rating.sentBad' : 'rating.sent'));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.summary', { count: errors.entries.length })} {...errors} />}
      <Outcome found={found} />
      <fieldset className="field">
        <legend>{t('rating.legend')}</legend>
        <div className="choices">
          {SCORES.map((option, index) => (
            <label key={option.score} className="choice">
              <input
                id={index === 0 ? 'q-score' : undefined}
                type="radio"
                name="score"
                checked={score === option.score}
                onChange={() => setScore(option.score)}
              />
              <span aria-hidden="true">{option.face}</span> {t(option.text)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="comment" label={t(score === 1 ? 'rating.commentBad' : 'rating.comment')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('rating.submit')}
        </button>
      </div>
    </form>
  );
}
