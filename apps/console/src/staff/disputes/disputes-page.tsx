import type { DisputeList, DisputeRow } from '@huiying/contracts';
import { DISPUTE_STATE_NAMES, DISPUTE_STATES } from '@huiying/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { PagedList } from '../parts/paged-list.js';
import { api, useMay } from '../session/session.js';
import { FileDialog } from './file-dialog.js';

/** 分店间投诉: which disputes between stores are open, and what is due by when? */
export function DisputesPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      <PageHead
        title={t('disputes.title')}
        actions={
          may('dispute.file') && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('disputes.file')}
            </Button>
          )
        }
      />
      <p role="status">{said}</p>
      <List />
      {asking && (
        <FileDialog
          onClose={() => setAsking(false)}
          onDone={({ disputeNo }) => {
            setAsking(false);
            setSaid(t('disputes.filed', { disputeNo }));
            void client.invalidateQueries({ queryKey: ['disputes'] });
          }}
        />
      )}
    </>
  );
}

function List() {
  const { t, pick } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = DISPUTE_STATES.find((one) => one === search.get('state'));
  const list = useInfiniteQuery({
    queryKey: ['disputes', state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return api<DisputeList>(`/api/disputes?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DisputeList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (value?: string) => setSearch(value ? { state: value } : {}, { replace: true });
  return (
    <>
      <div className="filters">
        <Select
          allowClear
          aria-label={t('disputes.state')}
          placeholder={t('disputes.state')}
          value={state}
          onChange={choose}
          options={DISPUTE_STATES.map((value) => ({ value, label: pick(DISPUTE_STATE_NAMES[value]) }))}
        />
      </div>
      <PagedList
        list={list}
        count={rows.length}
        empty={t('disputes.empty')}
        filteredEmpty={t('disputes.filteredEmpty')}
        conditions={state ? [{ label: pick(DISPUTE_STATE_NAMES[state]), onRemove: () => choose() }] : []}
        onClear={() => choose()}
      >
        <Rows rows={rows} />
      </PagedList>
    </>
  );
}

function Rows({ rows }: { rows: DisputeRow[] }) {
  const { t, pick } = useWords();
  const columns = ['number', 'complaining', 'respondent', 'state', 'dueOn', 'openedAt'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`disputes.${column}`))}>
      {rows.map((row) => (
        <tr key={row.disputeNo}>
          <td className="nowrap">
            <Link to={`/disputes/${row.disputeNo}`}>{row.disputeNo}</Link>
          </td>
          <td data-label={t('disputes.complaining')}>{row.complainingStoreName ?? t('disputes.unknownStore')}</td>
          <td data-label={t('disputes.respondent')}>{row.respondentStoreName ?? t('disputes.unknownStore')}</td>
          <td>{pick(row.stateText)}</td>
          <td className="nowrap" data-label={t('disputes.dueOn')}>
            {row.dueOn ?? ''}
          </td>
          <td className="nowrap" data-label={t('disputes.openedAt')}>
            {tableDate(row.openedAt)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
