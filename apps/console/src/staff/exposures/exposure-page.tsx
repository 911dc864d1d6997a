import type { ExposureView } from '@huiying/contracts';
import { EXPOSURE_ABOUT_NAMES, MEDIA_LEVEL_NAMES } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { ToDo } from '../cases/tasks-tab.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api, useMay } from '../session/session.js';

/** One exposure: what was published about whom, until when it can be clarified, and what follows from it (R11.4). */
export function ExposurePage() {
  const { t } = useWords();
  const { exposureNo = '' } = useParams();
  const found = useQuery({
    queryKey: ['exposure', exposureNo],
    queryFn: ({ signal }) => api<ExposureView>(`/api/exposures/${encodeURIComponent(exposureNo)}`, { signal }),
  });
  return (
    <article>
      <PageHead title={exposureNo} area={t('exposures.title')}>
        <Link to="/exposures">{t('exposures.title')}</Link>
      </PageHead>
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && <ToDo number={exposureNo} />}
      {found.isSuccess && <Facts exposure={found.data} />}
    </article>
  );
}

function Facts({ exposure }: { exposure: ExposureView }) {
  const { t, pick } = useWords();
  const may = useMay();
  const facts: [Parameters<typeof t>[0], string | null][] = [
    ['exposures.medium', pick(exposure.mediumText)],
    ['exposures.outlet', exposure.outlet],
    ['exposures.mediaLevel', exposure.mediaLevel && pick(MEDIA_LEVEL_NAMES[exposure.mediaLevel])],
    ['exposures.publishedOn', exposure.publishedOn],
    ['exposures.store', exposure.storeName],
    ['exposures.byCustomer', exposure.byCustomer === null ? null : t(exposure.byCustomer ? 'app.yes' : 'app.no')],
    ['exposures.about', exposure.about && pick(EXPOSURE_ABOUT_NAMES[exposure.about])],
    ['exposures.state', pick(exposure.stateText)],
    ['exposures.clarifyBy', exposure.state === 'cleared' ? null : exposure.clarifyBy],
    ['exposures.clarifiedOutlet', exposure.clarifiedOutlet],
    ['exposures.clarifiedOn', exposure.clarifiedOn],
    ['exposures.because', exposure.because && t(`exposures.because.${exposure.because}`)],
    ['exposures.registeredAt', tableDate(exposure.registeredAt)],
  ];
  return (
    <dl className="facts-grid">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {exposure.caseNo && (
        <div>
          <dt>{t('exposures.caseNo')}</dt>
          <dd>
            <Link to={`/cases/${exposure.caseNo}`}>{exposure.caseNo}</Link>
          </dd>
        </div>
      )}
      {exposure.penaltyNos.length > 0 && (
        <div>
          <dt>{t('exposures.penalties')}</dt>
          <dd>
            {exposure.penaltyNos.map((penaltyNo) => (
              <div key={penaltyNo}>
                {may('penalty.list') ? <Link to={`/penalties/${penaltyNo}`}>{penaltyNo}</Link> : penaltyNo}
              </div>
            ))}
          </dd>
        </div>
      )}
      {exposure.summary && (
        <div className="wide">
          <dt>{t('exposures.summary')}</dt>
          <dd>{exposure.summary}</dd>
        </div>
      )}
    </dl>
  );
}
