import { type FormEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { NoAnswer, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/portal-words.js';
import { Page } from '../page.js';
import { ErrorSummary, Sheet, type SummaryEntry } from '../parts.js';
import { CheckStep } from './check-step.js';
import {
  clearDraft,
  type Draft,
  type DraftStep,
  EMPTY_DRAFT,
  loadDraft,
  missingAnswers,
  saveDraft,
  withAnswer,
} from './draft.js';
import { fileDraft, photos } from './filing.js';
import type { StepProps } from './step-props.js';
import { WhatStep } from './what-step.js';
import { WhereStep } from './where-step.js';
import { WhoStep } from './who-step.js';

const COMPLAINT: DraftStep[] = ['what', 'where', 'who', 'check'];
const INQUIRY: DraftStep[] = ['what', 'who', 'check'];
const SAVE_AFTER_MS = 400;

/** P2: can I say it in my own words, quickly? Four screens, the draft on the phone, one case however often it is sent. */
export function FilePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { draft, answer, discard } = useDraft(search.get('new'));
  const steps = draft.inquiry ? INQUIRY : COMPLAINT;
  const at = Math.min(Math.max(Number(search.get('step')) || 1, 1), steps.length);
  const step = steps[at - 1] ?? 'what';
  const [errors, setErrors] = useState<{ entries: SummaryEntry[]; title: string; round: number }>();
  const [sending, setSending] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [read, setRead] = useState(false);
  const queue = useSyncExternalStore(photos.subscribe, photos.snapshot);
  const round = useRef(0);

  useEffect(() => {
    void photos.restore();
  }, []);

  const show = (entries: SummaryEntry[], title: string) => setErrors({ entries, title, round: ++round.current });
  const go = (to: number) => {
    setErrors(undefined);
    setSearch({ step: String(to) });
  };
  const missing = (): SummaryEntry[] => {
    const entries = missingAnswers(draft, step).map((entry) => ({ field: entry.field, text: t(entry.text) }));
    if (step === 'check' && !read) entries.push({ field: 'privacy', text: t('file.need.privacy') });
    return entries;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const entries = missing();
    if (entries.length > 0) return show(entries, t('file.summary', { count: entries.length }));
    if (step !== 'check') return go(at + 1);
    if (sending) return;
    // An earlier step may have been left half done by typing its address.
    const undone = steps.findIndex((earlier) => missingAnswers(draft, earlier).length > 0);
    if (undone >= 0) return go(undone + 1);
    setSending(true);
    try {
      await fileDraft(draft);
      discard();
      void navigate('/p/receipt', { replace: true });
    } catch (error) {
      show(refusal(error, t), t('file.refused'));
    } finally {
      setSending(false);
    }
  };

  const title = draft.inquiry ? t('file.titleAsk') : t('file.title');
  const stepTitle = draft.inquiry && step === 'what' ? t('file.step.ask') : t(`file.step.${step}`);
  const props: StepProps = {
    draft,
    answer,
    wrong: (field) => errors?.entries.find((entry) => entry.field === field)?.text,
  };
  return (
    <Page title={`${stepTitle}`} wrong={Boolean(errors)} onBack={() => (at > 1 ? go(at - 1) : void navigate('/p'))}>
      <p className="step-line">
        {title} · {t('file.steps', { step: at, of: steps.length })}
        <progress max={steps.length} value={at} aria-hidden="true" />
      </p>
      {errors && <ErrorSummary {...errors} />}
      <form noValidate onSubmit={(event) => void submit(event)}>
        {step === 'what' && <WhatStep {...props} />}
        {step === 'where' && <WhereStep {...props} />}
        {step === 'who' && <WhoStep {...props} />}
        {step === 'check' && (
          <CheckStep {...props} steps={steps} photos={queue} onChange={go} read={read} onRead={setRead} />
        )}
        <div className="actions">
          {at > 1 && (
            <button type="button" className="button" onClick={() => go(at - 1)}>
              {t('file.previous')}
            </button>
          )}
          <button type="submit" className="button primary" aria-disabled={sending}>
            {sending
              ? t('file.sending')
              : step === 'check'
                ? t(draft.inquiry ? 'file.submitAsk' : 'file.submit')
                : t('file.next')}
          </button>
        </div>
      </form>
      <p className="draft-line">
        <span className="quiet">{t('file.saved')}</span>
        <button type="button" className="plain" onClick={() => setClearing(true)}>
          {t('file.clear')}
        </button>
      </p>
      {clearing && (
        <Sheet title={t('file.clearAsk')} onClose={() => setClearing(false)}>
          <div className="actions">
            <button type="button" className="button" onClick={() => setClearing(false)}>
              {t('app.cancel')}
            </button>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                photos.clear();
                discard();
                setRead(false);
                void navigate('/p');
              }}
            >
              {t('file.clearYes')}
            </button>
          </div>
        </Sheet>
      )}
    </Page>
  );
}

/** The draft of this phone, saved shortly after each change and when the page goes away. */
function useDraft(fresh: string | null) {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = loadDraft(localStorage, Date.now())?.draft ?? EMPTY_DRAFT;
    return fresh ? { ...kept, inquiry: fresh === 'inquiry' } : kept;
  });
  const discarded = useRef(false);
  useEffect(() => {
    const save = () => {
      if (!discarded.current) saveDraft(localStorage, draft, Date.now());
    };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [draft]);
  const answer = useCallback<StepProps['answer']>((key, value) => setDraft((now) => withAnswer(now, key, value)), []);
  const discard = useCallback(() => {
    discarded.current = true;
    clearDraft(localStorage);
  }, []);
  return { draft, answer, discard };
}

function refusal(error: unknown, t: ReturnType<typeof useWords>['t']): SummaryEntry[] {
  if (error instanceof ProblemError) {
    if (error.status === 429)
      return [{ text: t('file.limited', { minutes: Math.ceil((error.retryAfter ?? 60) / 60) }) }];
    const fields = error.body.errors ?? [];
    if (fields.length === 0) return [{ text: error.message }];
    return fields.map((entry) => ({ text: `${entry.field} ${entry.text ?? error.message}` }));
  }
  if (error instanceof NoAnswer) return [{ text: navigator.onLine ? t('app.noAnswer') : t('app.offline') }];
  throw error;
}
