import type { CaseList, CaseRow } from '@huiying/contracts';
import { CASE_STATE_NAMES, CASE_STATES, KINDS } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Input, Select, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { PagedList } from '../parts/paged-list.js';
import { api } from '../session/session.js';

/** C1: which cases match, and which are in trouble? Filters stand in the address. */
export function CasesPage() {
  const { t, pick } = useWords();
  const name = useCodeNames();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const state = search.get('state') ?? '';
  const kind = search.get('kind') ?? '';
  const conditions = new URLSearchParams(Object.entries({ q, state, kind }).filter(([, value]) => value));
  const list = useInfiniteQuery({
    queryKey: ['cases', q, state, kind],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(conditions);
      if (pageParam) asked.set('cursor', pageParam);
      return api<CaseList>(`/api/cases?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: CaseList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  };
  const active = [
    ...(q ? [{ label: t('tasks.conditionText', { q }), onRemove: () => change('q', '') }] : []),
    ...(state
      ? [{ label: pick(CASE_STATE_NAMES[state as keyof typeof CASE_STATE_NAMES]), onRemove: () => change('state', '') }]
      : []),
    ...(kind ? [{ label: name('kind', kind), onRemove: () => change('kind', '') }] : []),
  ];
  return (
    <>
      <PageHead title={t('cases.title')} />
      <div className="filters">
        <Input.Search
          key={q}
          allowClear
          defaultValue={q}
          aria-label={t('cases.search')}
          placeholder={t('cases.search')}
          onSearch={(value) => change('q', value.trim())}
        />
        <Select
          allowClear
          aria-label={t('case.state')}
          placeholder={t('case.state')}
          value={state || undefined}
          onChange={(value?: string) => change('state', value ?? '')}
          options={CASE_STATES.map((value) => ({ value, label: pick(CASE_STATE_NAMES[value]) }))}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('case.kind')}
          placeholder={t('case.kind')}
          value={kind || undefined}
          onChange={(value?: string) => change('kind', value ?? '')}
          options={KINDS.map((value) => ({ value, label: name('kind', value) }))}
        />
      </div>
      <PagedList
        list={list}
        count={rows.length}
        empty={t('cases.empty')}
        filteredEmpty={t('cases.filteredEmpty')}
        conditions={active}
        onClear={() => setSearch({})}
      >
        <Rows rows={rows} />
      </PagedList>
    </>
  );
}

function Rows({ rows }: { rows: CaseRow[] }) {
  const { t, pick } = useWords();
  const name = useCodeNames();
  const columns = ['number', 'kind', 'place', 'state', 'handler', 'severity', 'receivedAt', 'replyBy'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`case.${column}`))}>
      {rows.map((row) => (
        <tr key={row.caseNo}>
          <td className="nowrap">
            <Link to={`/cases/${row.caseNo}`}>{row.caseNo}</Link>
            {row.subject && <div className="quiet">{row.subject}</div>}
          </td>
          <td>{name('kind', row.kind) || t('case.kindOpen')}</td>
          <td>{[row.project, row.building].filter(Boolean).join(' ')}</td>
          <td>
            {pick(row.stateText)} {row.emergency && <Tag color="red">{t('case.emergency')}</Tag>}
          </td>
          <td>{name('role', row.handlerGroup)}</td>
          <td>
            {row.severity === 'major' ? <Tag color="red">{t('case.major')}</Tag> : name('severity', row.severity)}
            {row.keyCustomer && <Tag>{t('case.keyCustomer')}</Tag>}
            {row.children > 0 && <Tag>{t('case.children', { count: row.children })}</Tag>}
          </td>
          <td className="nowrap" data-label={t('case.receivedAt')}>
            {tableDate(row.receivedAt)}
          </td>
          <td className="nowrap" data-label={t('case.replyBy')}>
            {tableDate(row.replyBy)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
