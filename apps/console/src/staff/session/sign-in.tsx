import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { ROLE_NAMES } from '@huiying/contracts';
import { ProblemError, request } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading, Trouble } from '../parts/states.js';
import { type SampleUser, session } from './session.js';

/** More is for the search. */
const MOST_SHOWN = 60;

/** The whole page before anybody is signed in. */
export function SignInPage() {
  const { t, language, setLanguage } = useWords();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="brand-line">
          <span className="brand">{t('app.name')}</span>
          <Button
            type="text"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            {language === 'en' ? '中文' : 'EN'}
          </Button>
        </p>
        <h1>{t('signIn.title')}</h1>
        <People />
      </div>
    </main>
  );
}

/** Over the page when the sign-in has expired: what was typed stays behind it. */
export function SignInDialog() {
  const { t } = useWords();
  return (
    <Dialog title={t('signIn.expired')}>
      <p>{t('signIn.expiredHint')}</p>
      <People />
    </Dialog>
  );
}

function People() {
  const { t, pick } = useWords();
  const [people, setPeople] = useState<SampleUser[]>();
  const [error, setError] = useState<unknown>();
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState('');
  const [round, setRound] = useState(0);
  const id = useId();
  useEffect(() => {
    request<SampleUser[]>('/api/dev/users').then(setPeople, setError);
  }, [round]);
  const enter = async (user: SampleUser) => {
    setBusy(user.login);
    setError(undefined);
    try {
      await session.signIn(user.login);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy('');
    }
  };
  if (error instanceof ProblemError && error.status === 404) return <p>{t('signIn.external')}</p>;
  if (!people) {
    if (!error) return <Loading rows={5} />;
    return (
      <Trouble
        error={error}
        onRetry={() => {
          setError(undefined);
          setRound(round + 1);
        }}
      />
    );
  }
  const roles = (user: SampleUser) =>
    user.groups.map((group) => (group in ROLE_NAMES ? pick(ROLE_NAMES[group as keyof typeof ROLE_NAMES]) : group));
  const last = session.lastLogin();
  const needle = query.trim().toLowerCase();
  const shown = people
    .filter((user) =>
      `${user.name} ${user.login} ${user.unit} ${user.unitName} ${roles(user).join(' ')}`
        .toLowerCase()
        .includes(needle),
    )
    .sort((a, b) => Number(b.login === last) - Number(a.login === last));
  return (
    <>
      {Boolean(error) && <Trouble error={error} />}
      <label htmlFor={id}>{t('signIn.search')}</label>
      <Input
        id={id}
        value={query}
        autoComplete="username"
        allowClear
        onChange={(event) => setQuery(event.target.value)}
        onPressEnter={() => shown[0] && void enter(shown[0])}
      />
      <p className="quiet" role="status">
        {t('signIn.count', { count: shown.length })}
        {shown.length > MOST_SHOWN && ` · ${t('signIn.more')}`}
      </p>
      <ul className="people">
        {shown.slice(0, MOST_SHOWN).map((user) => (
          <li key={user.login}>
            <button type="button" disabled={busy !== ''} onClick={() => void enter(user)}>
              <span className="person-name">{user.name}</span>
              <span className="quiet">
                {user.unitName} · {roles(user).join('、') || t('signIn.noRole')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
