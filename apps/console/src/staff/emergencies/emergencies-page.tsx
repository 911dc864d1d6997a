import type { EmergencyList, EmergencyRow } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCaseHeads } from '../cases/case-heads.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { PagedList } from '../parts/paged-list.js';
import { api } from '../session/session.js';
import { useEmergencyWords } from './emergency-words.js';

const STATES = ['running', 'closed'] as const;

/** 应急: which responses run, and how did the others end? */
export function EmergenciesPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state'));
  const list = useInfiniteQuery({
    queryKey: ['emergencies', state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return api<EmergencyList>(`/api/emergency?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: EmergencyList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (value?: string) => setSearch(value ? { state: value } : {}, { replace: true });
  return (
    <>
      <PageHead title={t('emergencies.title')} />
      <div className="filters">
        <Select
          allowClear
          aria-label={t('emergencies.state')}
          placeholder={t('emergencies.state')}
          value={state}
          onChange={choose}
          options={STATES.map((value) => ({ value, label: t(`emergencies.${value}`) }))}
        />
      </div>
      <PagedList
        list={list}
        count={rows.length}
        empty={t('emergencies.empty')}
        filteredEmpty={t('emergencies.filteredEmpty')}
        conditions={state ? [{ label: t(`emergencies.${state}`), onRemove: () => choose() }] : []}
        onClear={() => choose()}
        loading={6}
      >
        <Rows rows={rows} />
      </PagedList>
    </>
  );
}

function Rows({ rows }: { rows: EmergencyRow[] }) {
  const { t } = useWords();
  const words = useEmergencyWords();
  const head = useCaseHeads(rows.map(({ caseNo }) => caseNo));
  const columns = ['case', 'because', 'startedAt', 'round', 'siteLead', 'result', 'closedAt'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`emergencies.${column}`))}>
      {rows.map((row) => (
        <tr key={`${row.caseNo}:${row.startedAt}`}>
          <td className="nowrap">
            <Link to={`/emergency/${row.caseNo}`}>{row.caseNo}</Link>
            {head(row.caseNo) && <div className="quiet">{head(row.caseNo)}</div>}
          </td>
          <td data-label={t('emergencies.because')}>{words.cause(row.because)}</td>
          <td className="nowrap" data-label={t('emergencies.startedAt')}>
            {tableDate(row.startedAt)}
          </td>
          <td data-label={t('emergencies.round')}>{row.round}</td>
          <td data-label={t('emergencies.siteLead')}>{row.siteLead?.name ?? ''}</td>
          <td data-label={t('emergencies.result')}>
            {row.result ? words.result(row.result) : t('emergencies.running')}
          </td>
          <td className="nowrap" data-label={t('emergencies.closedAt')}>
            {row.closedAt ? tableDate(row.closedAt) : ''}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
