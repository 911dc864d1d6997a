import type { DefectInput, DefectList, DefectRow, RegisteredDefect } from '@huiying/contracts';
import { COMPONENT_NAMES, COMPONENTS, DEFECT_TYPE_NAMES, DEFECT_TYPES } from '@huiying/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { Empty, FilteredEmpty, Loading, Trouble } from '../parts/states.js';
import { api, useMay } from '../session/session.js';
import { FieldDialog } from './field-dialog.js';

/** 交付期缺陷 (R10.4): which defects of the hand-over are there, and how far are they? */
export function DefectsPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [search, setSearch] = useSearchParams();
  const number = search.get('number') ?? '';
  const list = useInfiniteQuery({
    queryKey: ['defects', number],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(number ? { number } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return api<DefectList>(`/api/defects?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DefectList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title={t('defects.title')}
        actions={
          may('defect.register') && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('defects.register')}
            </Button>
          )
        }
      />
      <p>{t('defects.hint')}</p>
      <p role="status">{said}</p>
      {list.isPending && <Loading rows={8} />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {number && rows.length > 0 && (
        <p>
          {t('defects.one', { number })}{' '}
          <Button size="small" onClick={() => setSearch({})}>
            {t('state.clear')}
          </Button>
        </p>
      )}
      {list.isSuccess &&
        rows.length === 0 &&
        (number ? (
          <FilteredEmpty
            text={t('defects.none')}
            conditions={[{ label: number, onRemove: () => setSearch({}) }]}
            onClear={() => setSearch({})}
          />
        ) : (
          <Empty text={t('defects.empty')} />
        ))}
      {rows.length > 0 && <Rows rows={rows} />}
      {list.hasNextPage && (
        <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
      {asking && (
        <RegisterDialog
          onClose={() => setAsking(false)}
          onDone={({ defectNo }) => {
            setAsking(false);
            setSaid(t('defects.registered', { defectNo }));
            void client.invalidateQueries({ queryKey: ['defects'] });
          }}
        />
      )}
    </>
  );
}

function RegisterDialog(props: { onClose: () => void; onDone: (result: RegisteredDefect) => void }) {
  const { t, pick } = useWords();
  const send = async (answers: Record<string, string>) => {
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
    const json = given as unknown as DefectInput;
    props.onDone(await api<RegisteredDefect>('/api/defects', { method: 'POST', json }));
  };
  return (
    <FieldDialog
      title={t('defects.register')}
      action={t('defects.register')}
      fields={[
        { name: 'project', label: t('defects.project'), required: true },
        { name: 'building', label: t('defects.building') },
        {
          name: 'component',
          label: t('defects.component'),
          options: COMPONENTS.map((value) => ({ value, label: pick(COMPONENT_NAMES[value]) })),
        },
        {
          name: 'defectType',
          label: t('defects.defectType'),
          options: DEFECT_TYPES.map((value) => ({ value, label: pick(DEFECT_TYPE_NAMES[value]) })),
        },
        { name: 'description', label: t('defects.description'), required: true, kind: 'area', maxLength: 2000 },
      ]}
      send={send}
      onClose={props.onClose}
    />
  );
}

function Rows({ rows }: { rows: DefectRow[] }) {
  const { t, pick } = useWords();
  const name = useCodeNames();
  const columns = [
    'number',
    'place',
    'description',
    'defectType',
    'state',
    'repairGroup',
    'plannedOn',
    'registeredOn',
    'caseNo',
  ] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`defects.${column}`))}>
      {rows.map((row) => (
        <tr key={row.defectNo}>
          <td className="nowrap">{row.defectNo}</td>
          <td>{[row.project, row.building].filter(Boolean).join(' ')}</td>
          <td className="described">{row.description}</td>
          <td>
            {row.defectType && pick(DEFECT_TYPE_NAMES[row.defectType])}{' '}
            <span className="quiet">{row.component && pick(COMPONENT_NAMES[row.component])}</span>
          </td>
          <td className="nowrap">{t(`defects.state.${row.state}`)}</td>
          <td>{name('role', row.repairGroup)}</td>
          <td className="nowrap" data-label={t('defects.plannedOn')}>
            {row.plannedOn ?? ''}
          </td>
          <td className="nowrap" data-label={t('defects.registeredOn')}>
            {row.registeredOn}
          </td>
          <td className="nowrap">{row.caseNo && <Link to={`/cases/${row.caseNo}`}>{row.caseNo}</Link>}</td>
        </tr>
      ))}
    </CaseTable>
  );
}
