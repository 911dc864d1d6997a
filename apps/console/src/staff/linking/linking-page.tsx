import type { CaseList, CaseRow, SimilarCase, SimilarCases } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { Compare } from './compare.js';

/** D3 并案: is this the same matter, and what does linking change? */
export function LinkingPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const caseNo = search.get('caseNo') ?? '';
  return (
    <>
      <PageHead title={t('linking.title')} area={t('desk.title')} />
      <p className="quiet">{t('linking.lead')}</p>
      <div className="desk">
        <section aria-labelledby="linking-cases">
          <h2 id="linking-cases">{t('linking.cases')}</h2>
          <Candidates chosen={caseNo} onChoose={(next) => setSearch({ caseNo: next })} />
        </section>
        {caseNo && <Matches key={caseNo} caseNo={caseNo} />}
      </div>
    </>
  );
}

/** Cases before their acceptance, and those that follow a master already. */
function Candidates({ chosen, onChoose }: { chosen: string; onChoose: (caseNo: string) => void }) {
  const { t } = useWords();
  const registered = useCases('registered');
  const following = useCases('following-master');
  if (registered.isPending || following.isPending) return <Loading />;
  if (registered.isError) return <Trouble error={registered.error} onRetry={() => void registered.refetch()} />;
  if (following.isError) return <Trouble error={following.error} onRetry={() => void following.refetch()} />;
  const rows = [...registered.data.items, ...following.data.items];
  if (rows.length === 0) return <Empty text={t('linking.none')} />;
  return (
    <ul className="plain-list choices">
      {rows.map((row) => (
        <li key={row.caseNo}>
          <Button type="link" aria-pressed={row.caseNo === chosen} onClick={() => onChoose(row.caseNo)}>
            {row.caseNo}
          </Button>{' '}
          <RowWords row={row} />
        </li>
      ))}
    </ul>
  );
}

function RowWords({ row }: { row: CaseRow }) {
  const { t, pick, language } = useWords();
  const words = [
    row.subject,
    [row.project, row.building].filter(Boolean).join(' '),
    pick(row.stateText),
    row.masterNo && `${t('desk.master')} ${row.masterNo}`,
    dayDate(row.receivedAt, language),
  ];
  return <span className="quiet">{words.filter(Boolean).join(' · ')}</span>;
}

function useCases(state: string) {
  return useQuery({
    queryKey: ['linking-cases', state],
    queryFn: ({ signal }) => api<CaseList>(`/api/cases?state=${state}&limit=50`, { signal }),
  });
}

function Matches({ caseNo }: { caseNo: string }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<SimilarCase>();
  const similar = useQuery({
    queryKey: ['similar-to', caseNo],
    queryFn: ({ signal }) => api<SimilarCases>(`/api/intake/similar?caseNo=${encodeURIComponent(caseNo)}`, { signal }),
  });
  return (
    <section aria-labelledby="linking-suggestions">
      <h2 id="linking-suggestions">{t('linking.suggestions')}</h2>
      {similar.isPending ? (
        <Loading rows={3} />
      ) : similar.isError ? (
        <Trouble error={similar.error} onRetry={() => void similar.refetch()} />
      ) : similar.data.items.length === 0 ? (
        <Empty text={t('linking.noSuggestions')} />
      ) : (
        <ul className="plain-list choices">
          {similar.data.items.map((found) => (
            <li key={found.caseNo}>
              <Button type="link" aria-pressed={chosen?.caseNo === found.caseNo} onClick={() => setChosen(found)}>
                {found.caseNo}
              </Button>{' '}
              <Why found={found} />
            </li>
          ))}
        </ul>
      )}
      <Compare caseNo={caseNo} other={chosen} />
    </section>
  );
}

function Why({ found }: { found: SimilarCase }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const words = [
    found.subject ?? name('topic', found.topic),
    [found.project, found.building].filter(Boolean).join(' '),
    dayDate(found.receivedAt, language),
    found.isMaster ? t('desk.master') : '',
    ...found.because.map((why) => t(`desk.because.${why}`)),
  ];
  return <span className="quiet">{words.filter(Boolean).join(' · ')}</span>;
}
