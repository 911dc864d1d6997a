import type { RankingList, RankingRow, RankingView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { tableMoney } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { RuleIds } from '../parts/rule-ids.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { RankingPlace } from './ranking-place.js';

/** 年度投诉排名: published rankings, by region and year (R11.9). */
export function RankingsPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const [regionId, year] = [search.get('region'), search.get('year')];
  const list = useQuery({
    queryKey: ['rankings'],
    queryFn: ({ signal }) => api<RankingList>('/api/rankings', { signal }),
  });
  const choose = (name: 'region' | 'year', value?: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const items = list.data?.items ?? [];
  const years = [...new Set(items.map((ranking) => String(ranking.year)))];
  const shown = items.filter(
    (ranking) => (!regionId || ranking.regionId === regionId) && (!year || String(ranking.year) === year),
  );
  return (
    <>
      <PageHead title={t('rankings.title')}>
        <RuleIds ids={['R11.9']} />
      </PageHead>
      {list.isPending && <Loading rows={8} />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <Empty text={t('rankings.empty')} />}
      {items.length > 0 && (
        <div className="filters">
          <Select
            allowClear
            aria-label={t('rankings.region')}
            placeholder={t('rankings.region')}
            {...(regionId ? { value: regionId } : {})}
            onChange={(value?: string) => choose('region', value)}
            options={list.data?.regions.map(({ regionId: value, name: label }) => ({ value, label })) ?? []}
          />
          <Select
            allowClear
            aria-label={t('rankings.year')}
            placeholder={t('rankings.year')}
            {...(year ? { value: year } : {})}
            onChange={(value?: string) => choose('year', value)}
            options={years.map((value) => ({ value, label: value }))}
          />
        </div>
      )}
      {shown.map((ranking) => (
        <Ranking key={`${ranking.regionId} ${ranking.year}`} ranking={ranking} />
      ))}
    </>
  );
}

function Ranking({ ranking }: { ranking: RankingView }) {
  const { t, pick } = useWords();
  const tied = ({ rank }: RankingRow) => ranking.stores.filter((other) => other.rank === rank).length > 1;
  const columns = ['rank', 'store', 'counted', 'fine'] as const;
  return (
    <section>
      <h2>{t('rankings.heading', { region: ranking.regionName, year: ranking.year })}</h2>
      <p className="quiet">{t('rankings.published', { date: tableDate(ranking.publishedAt) })}</p>
      <p className="quiet">{t('rankings.how')}</p>
      <CaseTable columns={columns.map((column) => t(`rankings.${column}`))}>
        {ranking.stores.map((row) => (
          <tr key={row.storeId}>
            <td className="nowrap" data-label={t('rankings.rank')}>
              {row.rank} {tied(row) && <Tag>{t('rankings.tied')}</Tag>}
            </td>
            <td>
              {row.storeName}
              {row.openedOn && <span className="quiet"> {t('rankings.opened', { date: row.openedOn })}</span>}
              {row.closedOn && <span className="quiet"> {t('rankings.closed', { date: row.closedOn })}</span>}
              <RankingPlace row={row} />
            </td>
            <td className="nowrap" data-label={t('rankings.counted')}>
              {row.counted}
            </td>
            <td className="nowrap" data-label={t('rankings.fine')}>
              {row.fineFen > 0 ? tableMoney(row.fineFen) : '–'}
              {row.fine && (
                <div>
                  <Link to={`/penalties/${row.fine.penaltyNo}`}>{row.fine.penaltyNo}</Link>{' '}
                  <span className="quiet">{pick(row.fine.stateText)}</span>
                </div>
              )}
            </td>
          </tr>
        ))}
      </CaseTable>
    </section>
  );
}
