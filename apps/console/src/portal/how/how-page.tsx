import type { PortalOrganisation } from '@huiying/contracts';
import { Link } from 'react-router';
import { useWords } from '../../words/portal-words.js';
import { Page } from '../page.js';
import { useLoaded } from '../use-loaded.js';
import { Trouble } from '../trouble.js';
import { Waiting } from '../parts.js';
import { ProcedureOf } from './procedure.js';

/** P7: ways to complain, procedure, rights. */
export function HowPage() {
  const { t, code } = useWords();
  const organisations = useLoaded<PortalOrganisation[]>('/api/portal/organisations');
  return (
    <Page title={t('how.title')}>
      <h2>{t('how.ways')}</h2>
      <p>{t('how.waysText')}</p>
      <h2>{t('how.steps')}</h2>
      <ol className="facts">
        {(['how.step1', 'how.step2', 'how.step3', 'how.step4', 'how.step5'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <h2>{t('how.limits')}</h2>
      <p>{t('how.limitsText')}</p>
      {organisations.data && <ProcedureOf organisations={organisations.data} />}
      <h2>{t('how.rights')}</h2>
      <ul className="facts">
        {(['how.right1', 'how.right2', 'how.right3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2 id="privacy">{t('how.privacy')}</h2>
      <p>{t('file.privacyText')}</p>
      <h2>{t('how.organisations')}</h2>
      {organisations.error ? (
        <Trouble error={organisations.error} onRetry={organisations.reload} />
      ) : organisations.data ? (
        <ul className="organisations">
          {organisations.data.map((organisation) => (
            <li key={organisation.id}>
              <span>{organisation.name}</span>{' '}
              <span className="quiet">{code('how.orgType', organisation.orgType)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Waiting rows={3} />
      )}
      <div className="actions">
        <Link className="button primary" to="/p/file?new=complaint">
          {t('home.file')}
        </Link>
      </div>
    </Page>
  );
}
