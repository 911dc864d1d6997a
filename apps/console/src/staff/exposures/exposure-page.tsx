import type { ExposureView } from '@huiying/contracts';
import { EXPOSURE_ABOUT_NAMES, MEDIA_LEVEL_NAMES } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { ToDo } from '../cases/tasks-tab.js';
import { Fact, FactsGrid } from '../parts/facts.js';
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
  const facts: [label: string, value: string | null][] = [
    [t('exposures.medium'), pick(exposure.mediumText)],
    [t('exposures.outlet'), exposure.outlet],
    [t('exposures.mediaLevel'), exposure.mediaLevel && pick(MEDIA_LEVEL_NAMES[exposure.mediaLevel])],
    [t('exposures.publishedOn'), exposure.publishedOn],
    [t('exposures.store'), exposure.storeName],
    [t('exposures.byCustomer'), exposure.byCustomer === null ? null : t(exposure.byCustomer ? 'app.yes' : 'app.no')],
    [t('exposures.about'), exposure.about && pick(EXPOSURE_ABOUT_NAMES[exposure.about])],
    [t('exposures.state'), pick(exposure.stateText)],
    [t('exposures.clarifyBy'), exposure.state === 'cleared' ? null : exposure.clarifyBy],
    [t('exposures.clarifiedOutlet'), exposure.clarifiedOutlet],
    [t('exposures.clarifiedOn'), exposure.clarifiedOn],
    [t('exposures.because'), exposure.because && t(`exposures.because.${exposure.because}`)],
    [t('exposures.registeredAt'), tableDate(exposure.registeredAt)],
  ];
  return (
    <FactsGrid facts={facts}>
      {exposure.caseNo && (
        <Fact label={t('exposures.caseNo')}>
          <Link to={`/cases/${exposure.caseNo}`}>{exposure.caseNo}</Link>
        </Fact>
      )}
      {exposure.penaltyNos.length > 0 && (
        <Fact label={t('exposures.penalties')}>
          {exposure.penaltyNos.map((penaltyNo) => (
            <div key={penaltyNo}>
              {may('penalty.list') ? <Link to={`/penalties/${penaltyNo}`}>{penaltyNo}</Link> : penaltyNo}
            </div>
          ))}
        </Fact>
      )}
      {exposure.summary && (
        <Fact wide label={t('exposures.summary')}>
          {exposure.summary}
        </Fact>
      )}
    </FactsGrid>
  );
}
