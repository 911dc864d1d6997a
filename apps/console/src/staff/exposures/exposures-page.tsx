import type { ExposureList, ExposureRow } from '@huiying/contracts';
import { EXPOSURE_STATE_NAMES, EXPOSURE_STATES } from '@huiying/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { PagedList } from '../parts/paged-list.js';
import { Empty } from '../parts/states.js';
import { CsvButton } from '../penalties/csv-button.js';
import { api, useMay } from '../session/session.js';
import { RegisterDialog } from './register-dialog.js';

/** 曝光: what was published about our stores, and what has become of it? The desk registers only. */
export function ExposuresPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const state = EXPOSURE_STATES.find((one) => one === search.get('state'));
  const may = useMay();
  const reads = may('exposure.list');
  return (
    <>
      <PageHead
        title={t('exposures.title')}
        actions={
          <>
            {reads && <CsvButton path="/api/exposures/export" filter={state ? { state } : {}} name="exposures.csv" />}
            {may('exposure.register') && (
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('exposures.register')}
              </Button>
            )}
          </>
        }
      />
      <p role="status">{said}</p>
      {reads ? <List /> : <Empty text={t('exposures.registerOnly')} />}
      {asking && (
        <RegisterDialog
          onClose={() => setAsking(false)}
          onDone={({ exposureNo, clarifyBy }) => {
            setAsking(false);
            setSaid(t('exposures.registered', { exposureNo, clarifyBy: clarifyBy ?? '' }));
            void client.invalidateQueries({ queryKey: ['exposures'] });
          }}
        />
      )}
    </>
  );
}

function List() {
  const { t, pick } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = EXPOSURE_STATES.find((one) => one === search.get('state'));
  const list = useInfiniteQuery({
    queryKey: ['exposures', state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return api<ExposureList>(`/api/exposures?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ExposureList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (value?: string) => setSearch(value ? { state: value } : {}, { replace: true });
  return (
    <>
      <div className="filters">
        <Select
          allowClear
          aria-label={t('exposures.state')}
          placeholder={t('exposures.state')}
          value={state}
          onChange={choose}
          options={EXPOSURE_STATES.map((value) => ({ value, label: pick(EXPOSURE_STATE_NAMES[value]) }))}
        />
      </div>
      <PagedList
        list={list}
        count={rows.length}
        empty={t('exposures.empty')}
        filteredEmpty={t('exposures.filteredEmpty')}
        conditions={state ? [{ label: pick(EXPOSURE_STATE_NAMES[state]), onRemove: () => choose() }] : []}
        onClear={() => choose()}
      >
        <Rows rows={rows} />
      </PagedList>
    </>
  );
}

function Rows({ rows }: { rows: ExposureRow[] }) {
  const { t, pick } = useWords();
  const columns = ['number', 'outlet', 'store', 'publishedOn', 'clarifyBy', 'state', 'caseNo', 'registeredAt'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`exposures.${column}`))}>
      {rows.map((row) => (
        <tr key={row.exposureNo}>
          <td className="nowrap">
            <Link to={`/exposures/${row.exposureNo}`}>{row.exposureNo}</Link>
          </td>
          <td>
            {row.outlet} <span className="quiet">{pick(row.mediumText)}</span>
          </td>
          <td>{row.storeName ?? ''}</td>
          <td className="nowrap" data-label={t('exposures.publishedOn')}>
            {row.publishedOn}
          </td>
          <td className="nowrap" data-label={t('exposures.clarifyBy')}>
            {row.clarifyBy ?? ''}
          </td>
          <td>{row.state === 'confirmed' ? <Tag color="red">{pick(row.stateText)}</Tag> : pick(row.stateText)}</td>
          <td className="nowrap">{row.caseNo && <Link to={`/cases/${row.caseNo}`}>{row.caseNo}</Link>}</td>
          <td className="nowrap" data-label={t('exposures.registeredAt')}>
            {tableDate(row.registeredAt)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
