import type { QuestionnaireInput } from '@huiying/contracts';
import { type FormEvent, useState } from 'react';
import { NoAnswer, ProblemError, request } from '../../http/request.js';
import { useWords } from '../../words/portal-words.js';
import { Page } from '../page.js';
import { ErrorSummary, Field, type SummaryEntry } from '../parts.js';

const SCORES = [5, 4, 3, 2, 1] as const;

/** A questionnaire of a survey, answered once by whoever holds its code, which stands behind the # of the address (R12.7). */
export function QuestionnairePage() {
  const { t } = useWords();
  const [code] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [done, setDone] = useState(false);
  return (
    <Page title={t('questionnaire.title')}>
      {done ? (
        <p role="status">{t('questionnaire.thanks')}</p>
      ) : code ? (
        <Questions code={code} onDone={() => setDone(true)} />
      ) : (
        <p>{t('questionnaire.missing')}</p>
      )}
    </Page>
  );
}

function Questions({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useWords();
  const [score, setScore] = useState<number>();
  const [opinion, setOpinion] = useState('');
  const [expectation, setExpectation] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ entries: SummaryEntry[]; round: number }>();
  const refuse = (entries: SummaryEntry[]) => setErrors((before) => ({ entries, round: (before?.round ?? 0) + 1 }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (score === undefined) return refuse([{ field: 'score', text: t('questionnaire.need') }]);
    setBusy(true);
    try {
      const json: QuestionnaireInput = { code, score, opinion: opinion.trim(), expectation: expectation.trim() };
      await request('/api/portal/questionnaires', { method: 'POST', json });
      onDone();
    } catch (error) {
      refuse([{ text: textOf(error) }]);
    } finally {
      setBusy(false);
    }
  };
  const textOf = (error: unknown): string => {
    if (error instanceof NoAnswer) return t('app.offline');
    const wrong = error instanceof ProblemError && (error.status === 404 || error.status === 422);
    return wrong ? t('questionnaire.gone') : error instanceof Error ? error.message : String(error);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.summary', { count: errors.entries.length })} {...errors} />}
      <fieldset className="field">
        <legend>{t('questionnaire.legend')}</legend>
        <div className="choices">
          {SCORES.map((option, index) => (
            <label key={option} className="choice">
              <input
                id={index === 0 ? 'q-score' : undefined}
                type="radio"
                name="score"
                checked={score === option}
                onChange={() => setScore(option)}
              />
              {t(`questionnaire.${option}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field name="opinion" label={t('questionnaire.opinion')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        )}
      </Field>
      <Field name="expectation" label={t('questionnaire.expectation')}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            maxLength={500}
            value={expectation}
            onChange={(event) => setExpectation(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('questionnaire.submit')}
        </button>
      </div>
    </form>
  );
}
