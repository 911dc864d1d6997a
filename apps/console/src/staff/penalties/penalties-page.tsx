import type { PenaltyList, PenaltyRow } from '@huiying/contracts';
import { PENALTY_KIND_NAMES, PENALTY_KINDS, PENALTY_STATE_NAMES, PENALTY_STATES } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { tableMoney } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { PagedList } from '../parts/paged-list.js';
import { api } from '../session/session.js';
import { Balances } from './balances.js';
import { CsvButton } from './csv-button.js';

/** 罚款: who owes what since when, and which fines are overdue? Filters stand in the address. */
export function PenaltiesPage() {
  const { t, pick } = useWords();
  const [search, setSearch] = useSearchParams();
  const [owing, setOwing] = useState(false);
  const state = PENALTY_STATES.find((one) => one === search.get('state'));
  const kind = PENALTY_KINDS.find((one) => one === search.get('kind'));
  const filter = { ...(state ? { state } : {}), ...(kind ? { kind } : {}) };
  const list = useInfiniteQuery({
    queryKey: ['penalties', state, kind],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) });
      return api<PenaltyList>(`/api/penalties?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PenaltyList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (key: string, value = '') => {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  };
  const active = [
    ...(state ? [{ label: pick(PENALTY_STATE_NAMES[state]), onRemove: () => change('state') }] : []),
    ...(kind ? [{ label: pick(PENALTY_KIND_NAMES[kind]), onRemove: () => change('kind') }] : []),
  ];
  return (
    <>
      <PageHead
        title={t('penalties.title')}
        actions={
          <>
            <Button aria-expanded={owing} onClick={() => setOwing(!owing)}>
              {t('penalties.balances')}
            </Button>
            <CsvButton path="/api/penalties/export" filter={filter} name="penalties.csv" />
          </>
        }
      />
      {owing && (
        <section className="owing" aria-label={t('penalties.balances')}>
          <Balances />
        </section>
      )}
      <div className="filters">
        <Select
          allowClear
          aria-label={t('penalties.state')}
          placeholder={t('penalties.state')}
          value={state}
          onChange={(value?: string) => change('state', value)}
          options={PENALTY_STATES.map((value) => ({ value, label: pick(PENALTY_STATE_NAMES[value]) }))}
        />
        <Select
          allowClear
          aria-label={t('penalties.kind')}
          placeholder={t('penalties.kind')}
          value={kind}
          onChange={(value?: string) => change('kind', value)}
          options={PENALTY_KINDS.map((value) => ({ value, label: pick(PENALTY_KIND_NAMES[value]) }))}
        />
      </div>
      <PagedList
        list={list}
        count={rows.length}
        empty={t('penalties.empty')}
        filteredEmpty={t('penalties.filteredEmpty')}
        conditions={active}
        onClear={() => setSearch({})}
      >
        <Rows rows={rows} />
      </PagedList>
    </>
  );
}

function Rows({ rows }: { rows: PenaltyRow[] }) {
  const { t, pick } = useWords();
  const columns = ['number', 'payer', 'kind', 'amount', 'state', 'payBy', 'caseNo'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`penalties.${column}`))}>
      {rows.map((row) => (
        <tr key={row.penaltyNo}>
          <td className="nowrap">
            <Link to={`/penalties/${row.penaltyNo}`}>{row.penaltyNo}</Link>
          </td>
          <td>
            {row.payerName}
            {row.payerType !== 'store' && <div className="quiet">{row.storeName}</div>}
          </td>
          <td>
            {pick(row.kindText)} <span className="quiet">{row.ruleId}</span>
          </td>
          <td className="nowrap" data-label={t('penalties.amount')}>
            {tableMoney(row.amountFen)} {row.side === 'payee' && <Tag>{t('penalties.share')}</Tag>}
            {row.paidFen > 0 && row.remainingFen > 0 && (
              <div className="quiet">{t('penalties.left', { amount: tableMoney(row.remainingFen) })}</div>
            )}
          </td>
          <td>
            {row.state === 'overdue' ? <Tag color="red">{pick(row.stateText)}</Tag> : pick(row.stateText)}
            {row.chases > 0 && <div className="quiet">{t('penalties.chased', { count: row.chases })}</div>}
          </td>
          <td className="nowrap" data-label={t('penalties.payBy')}>
            {row.payBy ?? ''}
          </td>
          <td className="nowrap">{row.caseNo && <Link to={`/cases/${row.caseNo}`}>{row.caseNo}</Link>}</td>
        </tr>
      ))}
    </CaseTable>
  );
}
