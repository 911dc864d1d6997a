import { useState } from 'react';
import { Link } from 'react-router';
import { dayDate } from '../../formats/dates.js';
import { useWords } from '../../words/portal-words.js';
import { loadDraft } from '../file/draft.js';
import { Page } from '../page.js';

/** P1: what can I do here? */
export function HomePage() {
  const { t, language } = useWords();
  const [kept] = useState(() => loadDraft(localStorage, Date.now()));
  return (
    <Page title={t('home.title')} home>
      <p className="lead">{t('home.lead')}</p>
      <Link className="hero" to="/p/file?new=complaint">
        <span className="hero-text">
          <strong>{t('home.file')}</strong>
          <span>{t('home.fileHint')}</span>
        </span>
        <span className="arrow" aria-hidden="true">
          ›
        </span>
      </Link>
      {kept && (
        <Link className="card-link" to="/p/file">
          <strong>{t('home.continue')}</strong>
          <span>{t('home.continueHint', { date: dayDate(new Date(kept.savedAt).toISOString(), language) })}</span>
        </Link>
      )}
      <div className="trio">
        <Link className="card-link" to="/p/follow">
          <strong>{t('home.follow')}</strong>
          <span>{t('home.followHint')}</span>
        </Link>
        <Link className="card-link" to="/p/file?new=inquiry">
          <strong>{t('home.ask')}</strong>
          <span>{t('home.askHint')}</span>
        </Link>
        <Link className="card-link" to="/p/how">
          <strong>{t('home.how')}</strong>
          <span>{t('home.howHint')}</span>
        </Link>
      </div>
      <p className="danger-line">{t('home.danger')}</p>
    </Page>
  );
}
