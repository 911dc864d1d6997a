import type { FollowedCase } from '@huiying/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { NoAnswer, ProblemError, request } from '../../http/request.js';
import { useWords } from '../../words/portal-words.js';
import { Page } from '../page.js';
import { AppealForm } from './appeal-form.js';
import { CaseView } from './case-view.js';
import { followPath, type Pair } from './followed.js';
import { FollowForm } from './follow-form.js';
import { RatingForm } from './rating-form.js';
import { SupplementForm } from './supplement-form.js';
import { WithdrawForm } from './withdraw-form.js';

/** Number and code of the case that is open: in the memory of this page only, no session, no cookie (access.md §1). */
let opened: Pair | undefined;

const REFRESH_MS = 60_000;

/** P4: where is my complaint, and do I have to do something? */
export function FollowPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const [pair, setPair] = useState<Pair | undefined>(opened);
  const [found, setFound] = useState<FollowedCase>();
  const [readAt, setReadAt] = useState('');
  const [said, setSaid] = useState('');
  const act = search.get('do');

  const open = useCallback(async (wanted: Pair) => {
    const answer = await request<FollowedCase>(followPath(wanted), { headers: { 'X-Tracking-Code': wanted.code } });
    opened = wanted;
    setPair(wanted);
    setFound(answer);
    setReadAt(new Date().toISOString());
  }, []);
  const close = () => {
    opened = undefined;
    setPair(undefined);
    setFound(undefined);
    setSaid('');
    setSearch({});
  };

  useEffect(() => {
    if (!pair) return;
    // A refresh that fails leaves what is shown as it is; the page says when it was read.
    const refresh = () => void open(pair).catch((error: unknown) => expected(error));
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, [pair, open]);

  if (!pair || !found) {
    return (
      <Page title={t('follow.title')}>
        <FollowForm onOpen={open} />
      </Page>
    );
  }

  const finish = (sentence: string) => {
    setSaid(sentence);
    setSearch({});
    void open(pair).catch((error: unknown) => expected(error));
  };
  const form = { pair, found, onDone: finish };
  const forms: Record<string, { title: string; body: React.ReactNode }> = {
    supplement: { title: t('supplement.title'), body: <SupplementForm {...form} /> },
    rating: { title: t('rating.title'), body: <RatingForm {...form} /> },
    appeal: { title: t('appeal.title'), body: <AppealForm {...form} /> },
    withdrawal: { title: t('withdraw.title'), body: <WithdrawForm {...form} /> },
  };
  const chosen = act ? forms[act] : undefined;
  if (chosen) {
    return (
      <Page title={chosen.title} onBack={() => setSearch({})}>
        {chosen.body}
      </Page>
    );
  }
  return (
    <Page title={t('follow.title')}>
      <CaseView found={found} pair={pair} said={said} readAt={readAt} onAct={(next) => setSearch({ do: next })} />
      <div className="actions">
        <button type="button" className="button" onClick={close}>
          {t('follow.leave')}
        </button>
      </div>
    </Page>
  );
}

function expected(error: unknown): void {
  if (!(error instanceof ProblemError) && !(error instanceof NoAnswer)) throw error;
}
