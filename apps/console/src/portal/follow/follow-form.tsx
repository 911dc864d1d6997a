import { type FormEvent, useEffect, useRef, useState } from 'react';
import { NoAnswer, ProblemError } from '../../http/request.js';
import { normaliseCaseNo, normaliseCode } from '../../formats/tracking-code.js';
import { useWords } from '../../words/portal-words.js';
import { rememberedReceipt } from '../file/filing.js';
import { ErrorSummary, Field, type SummaryEntry } from '../parts.js';
import type { Pair } from './followed.js';

/** Number and code. A link from the saved picture brings both behind `#`; they leave the address at once. */
export function FollowForm({ onOpen }: { onOpen: (pair: Pair) => Promise<void> }) {
  const { t } = useWords();
  const [caseNo, setCaseNo] = useState(
    () => fromFragment()?.caseNo ?? rememberedReceipt(localStorage, Date.now())?.caseNo ?? '',
  );
  const [code, setCode] = useState(
    () => fromFragment()?.code ?? rememberedReceipt(localStorage, Date.now())?.trackingCode ?? '',
  );
  const [errors, setErrors] = useState<{ entries: SummaryEntry[]; round: number }>();
  const [busy, setBusy] = useState(false);
  const round = useRef(0);

  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const pair = { caseNo: normaliseCaseNo(caseNo), code: normaliseCode(code) };
    const entries: SummaryEntry[] = [];
    if (!pair.caseNo) entries.push({ field: 'caseNo', text: t('follow.need.caseNo') });
    if (!pair.code) entries.push({ field: 'code', text: t('follow.need.code') });
    const show = (shown: SummaryEntry[]) => setErrors({ entries: shown, round: ++round.current });
    if (entries.length > 0) return show(entries);
    setBusy(true);
    try {
      await onOpen(pair);
    } catch (error) {
      setBusy(false);
      if (error instanceof NoAnswer) return show([{ text: t('app.noAnswer') }]);
      if (!(error instanceof ProblemError)) throw error;
      if (error.status === 429)
        return show([{ text: t('follow.wait', { minutes: Math.ceil((error.retryAfter ?? 60) / 60) }) }]);
      show([{ field: 'caseNo', text: error.status < 500 ? t('follow.wrong') : error.message }]);
    }
  };
  const wrong = (field: string) => errors?.entries.find((entry) => entry.field === field)?.text;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {errors && <ErrorSummary title={t('file.summary', { count: errors.entries.length })} {...errors} />}
      <Field name="caseNo" label={t('follow.caseNo')} hint={t('follow.caseNoHint')} required error={wrong('caseNo')}>
        {(attributes) => (
          <input
            {...attributes}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={caseNo}
            onChange={(event) => setCaseNo(event.target.value)}
          />
        )}
      </Field>
      <Field name="code" label={t('follow.code')} hint={t('follow.codeHint')} required error={wrong('code')}>
        {(attributes) => (
          <input
            {...attributes}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('follow.open')}
        </button>
      </div>
    </form>
  );
}

function fromFragment(): Pair | undefined {
  const [caseNo, code] = decodeURIComponent(location.hash.slice(1)).split(':');
  return caseNo && code ? { caseNo, code } : undefined;
}
