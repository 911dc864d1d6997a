import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { ROLE_NAMES, type SignInWay } from '@huiying/contracts';
import { request } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading } from '../parts/states.js';
import { type SampleUser, session } from './session.js';
import { SignInTrouble } from './sign-in-trouble.js';

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
        <Ways />
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
      <Ways />
    </Dialog>
  );
}

/** By the organisation's own sign-in where one is configured, else as one of the sample staff. */
function Ways() {
  const [way, setWay] = useState<SignInWay>();
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    session.way().then(setWay, setError);
  }, [round]);
  const again = () => {
    setError(undefined);
    setRound(round + 1);
  };
  if (error) return <SignInTrouble error={error} onRetry={again} />;
  if (!way) return <Loading rows={5} />;
  return way.issuer === null ? <People /> : <AtProvider />;
}

function AtProvider() {
  const { t } = useWords();
  const [error, setError] = useState<unknown>();
  // Never busy: a window that was closed cannot be seen, so that the button opens another.
  const enter = () => {
    setError(undefined);
    session.signIn().catch(setError);
  };
  return (
    <>
      {Boolean(error) && <SignInTrouble error={error} />}
      <p>{t('signIn.providerHint')}</p>
      <Button type="primary" block onClick={enter}>
        {t('signIn.provider')}
      </Button>
    </>
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
  if (!people) {
    if (!error) return <Loading rows={5} />;
    return (
      <SignInTrouble
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
      {Boolean(error) && <SignInTrouble error={error} />}
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
