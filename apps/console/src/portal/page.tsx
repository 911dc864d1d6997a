import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../words/portal-words.js';
import { useLarge } from './large-print.js';
import { useOnline } from './parts.js';

/**
 * Frame of every portal page: header with 返回, title, 大字版 and language, one main with one h1, the same footer everywhere.
 * A new page takes the focus to its h1 and sets the title of the document.
 */
export function Page(props: {
  title: string;
  /** Prefix of the document's title while something is wrong on the page. */
  wrong?: boolean;
  home?: boolean;
  /** Asked before the page is left by 返回; false keeps the person here. */
  mayLeave?: () => boolean;
  onBack?: () => void;
  children: ReactNode;
}) {
  const { t, language, setLanguage } = useWords();
  const { large, toggle } = useLarge();
  const online = useOnline();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const prefix = props.wrong ? t('app.errorPrefix') : '';
  useEffect(() => {
    document.title = `${prefix}${props.title} · ${t('app.name')}`;
  }, [prefix, props.title, t]);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [props.title]);
  const leave = (go: () => void) => {
    if (props.mayLeave?.() !== false) go();
  };
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="top">
        {props.home ? (
          <span className="brand">{t('app.name')}</span>
        ) : (
          <button
            type="button"
            className="plain back"
            onClick={() => leave(props.onBack ?? (() => void navigate('/p')))}
          >
            <span aria-hidden="true">‹</span> {t('app.back')}
          </button>
        )}
        <span className="top-end">
          <button type="button" className="plain" aria-pressed={large} onClick={toggle}>
            {large ? t('app.normal') : t('app.large')}
          </button>
          <button
            type="button"
            className="plain"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            {language === 'en' ? '中文' : 'EN'}
          </button>
        </span>
      </header>
      {!online && (
        <p className="offline" role="status">
          {t('app.offline')}
        </p>
      )}
      <main id="content">
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
        {props.children}
      </main>
      <footer className="foot">
        <nav aria-label={t('app.footer')}>
          <Link to="/p/how" onClick={(event) => props.mayLeave?.() === false && event.preventDefault()}>
            {t('app.how')}
          </Link>
          <Link to="/p/published" onClick={(event) => props.mayLeave?.() === false && event.preventDefault()}>
            {t('public.title')}
          </Link>
          <Link to="/p/how#privacy" onClick={(event) => props.mayLeave?.() === false && event.preventDefault()}>
            {t('app.privacy')}
          </Link>
        </nav>
      </footer>
    </>
  );
}
