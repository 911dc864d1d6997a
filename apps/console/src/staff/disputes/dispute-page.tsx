import type { DisputeView } from '@huiying/contracts';
import { DISPUTE_RULING_NAMES } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { ToDo } from '../cases/tasks-tab.js';
import { Fact, FactsGrid } from '../parts/facts.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** One dispute: who against whom, where it stands, what each side said that the caller may read. */
export function DisputePage() {
  const { t } = useWords();
  const { disputeNo = '' } = useParams();
  const found = useQuery({
    queryKey: ['dispute', disputeNo],
    queryFn: ({ signal }) => api<DisputeView>(`/api/disputes/${encodeURIComponent(disputeNo)}`, { signal }),
  });
  return (
    <article>
      <PageHead title={disputeNo} area={t('disputes.title')}>
        <Link to="/disputes">{t('disputes.title')}</Link>
      </PageHead>
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && <ToDo number={disputeNo} />}
      {found.isSuccess && <Facts dispute={found.data} />}
    </article>
  );
}

function Facts({ dispute }: { dispute: DisputeView }) {
  const { t, pick } = useWords();
  const nameOf = (storeId: string) =>
    (storeId === dispute.complainingStoreId ? dispute.complainingStoreName : dispute.respondentStoreName) ?? storeId;
  const poorly = dispute.poorlyHandledBy?.map(nameOf).join('、');
  const facts: [label: string, value: string | null][] = [
    [t('disputes.complaining'), dispute.complainingStoreName ?? t('disputes.unknownStore')],
    [t('disputes.respondent'), dispute.respondentStoreName ?? t('disputes.unknownStore')],
    [t('disputes.state'), pick(dispute.stateText)],
    [t('disputes.dueOn'), dispute.dueOn],
    [t('disputes.openedAt'), tableDate(dispute.openedAt)],
    [t('disputes.servedOn'), dispute.servedOn],
    [t('disputes.receivedOn'), dispute.receivedOn],
    [t('disputes.ruledBy'), dispute.ruledBy && pick(DISPUTE_RULING_NAMES[dispute.ruledBy])],
    [t('disputes.poorly'), poorly === '' ? t('disputes.nobody') : (poorly ?? null)],
  ];
  const texts: [Parameters<typeof t>[0], string | null][] = [
    ['disputes.description', dispute.description],
    ['disputes.material', dispute.material],
    ['disputes.reply', dispute.reply],
    ['disputes.ruling', dispute.ruling],
  ];
  return (
    <>
      <FactsGrid facts={facts}>
        {dispute.caseNo && (
          <Fact label={t('disputes.caseNo')}>
            <Link to={`/cases/${dispute.caseNo}`}>{dispute.caseNo}</Link>
          </Fact>
        )}
      </FactsGrid>
      {texts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <section key={label}>
            <h2>{t(label)}</h2>
            {value?.split('\n').map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </section>
        ))}
    </>
  );
}
