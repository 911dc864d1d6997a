import type { MeView } from '@huiying/contracts';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { normaliseCaseNo } from '../../formats/tracking-code.js';
import { useWords } from '../../words/staff-words.js';
import { session } from '../session/session.js';
import { pageOfNumber } from './page-of-number.js';
import { mayRegister, type MenuEntry } from './menu.js';

/** Top bar, side menu, main. */
export function Frame({ user, menu, children }: { user: MeView; menu: MenuEntry[]; children: ReactNode }) {
  const { t, language, setLanguage } = useWords();
  const navigate = useNavigate();
  const online = useOnline();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="bar">
        <Link className="brand" to="/">
          {t('app.name')}
        </Link>
        <div className="bar-middle">{mayRegister(user) && <GlobalSearch />}</div>
        <div className="bar-end">
          {mayRegister(user) && (
            <Button type="primary" onClick={() => void navigate('/desk/new')}>
              {t('bar.register')}
            </Button>
          )}
          <Button
            type="text"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            {language === 'en' ? '中文' : 'EN'}
          </Button>
          <span className="who">
            <span>{user.name}</span>
            <span className="quiet" title={place(user, language)}>
              {place(user, language)}
            </span>
          </span>
          <Button type="text" onClick={() => session.signOut()}>
            {t('bar.signOut')}
          </Button>
        </div>
      </header>
      <nav className="side" aria-label={t('menu.label')}>
        {menu.map((entry) => (
          <NavLink key={entry.path} to={entry.path}>
            {t(entry.text)}
          </NavLink>
        ))}
      </nav>
      <main id="content" className="main" tabIndex={-1}>
        {!online && (
          <p className="offline" role="status">
            {t('state.offline')}
          </p>
        )}
        {children}
      </main>
    </div>
  );
}

/** Organisation and unit by name, once where they are the same. */
function place({ organisation, unit }: MeView, language: string): string {
  const named = [organisation, ...(unit.id === organisation.id ? [] : [unit])];
  return named.map(({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name)).join(' ');
}

/** A number opens the page of what carries it, anything else searches the list of cases. */
function GlobalSearch() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const search = () => {
    const wanted = normaliseCaseNo(query);
    if (!wanted) return;
    setQuery('');
    void navigate(pageOfNumber(wanted) ?? `/cases?q=${encodeURIComponent(query.trim())}`);
  };
  return (
    <Input
      className="global-search"
      role="searchbox"
      aria-label={t('bar.search')}
      placeholder={t('bar.search')}
      value={query}
      allowClear
      onChange={(event) => setQuery(event.target.value)}
      onPressEnter={search}
    />
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return online;
}
