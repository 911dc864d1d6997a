import type { ParameterPage, ParameterView } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { RuleIds } from '../parts/rule-ids.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { ChangeDialog } from './change-dialog.js';
import { useFigureWords } from './figure-words.js';
import { HistoryDialog } from './history-dialog.js';

/** Every figure: what it is now, since when and by whom; its history, and for a designer its change. */
export function FiguresTab({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const [changing, setChanging] = useState<ParameterView>();
  const [past, setPast] = useState<ParameterView>();
  const [proposed, setProposed] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['parameters', q],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return api<ParameterPage>(`/api/studio/parameters?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ParameterPage) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="filters">
        <Input.Search
          allowClear
          aria-label={t('parameters.search')}
          placeholder={t('parameters.search')}
          maxLength={100}
          onSearch={setQ}
        />
      </div>
      {proposed && <Alert type="success" role="status" title={t('parameters.proposed')} />}
      {list.isPending && <Loading rows={8} />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty text={t(q ? 'parameters.none' : 'parameters.empty')} />}
      {rows.length > 0 && <Rows rows={rows} onPast={setPast} {...(mayChange ? { onChange: setChanging } : {})} />}
      {list.hasNextPage && (
        <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
      {past && <HistoryDialog figure={past} onClose={() => setPast(undefined)} />}
      {changing && (
        <ChangeDialog
          figure={changing}
          onClose={() => setChanging(undefined)}
          onDone={() => {
            setChanging(undefined);
            setProposed(true);
          }}
        />
      )}
    </>
  );
}

function Rows(props: {
  rows: ParameterView[];
  onPast: (figure: ParameterView) => void;
  onChange?: (figure: ParameterView) => void;
}) {
  const { t } = useWords();
  const words = useFigureWords();
  const columns = ['name', 'value', 'since', 'history'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`parameters.${column}`))}>
      {props.rows.map((figure) => (
        <tr key={figure.id}>
          <td>
            {figure.name} <RuleIds ids={figure.ruleId === null ? [] : [figure.ruleId]} />
            <div className="quiet">{figure.id}</div>
          </td>
          <td data-label={t('parameters.value')}>
            {words(figure.kind, figure.value, figure.unit)}{' '}
            {figure.ours && figure.by === 'system' && <Tag>{t('parameters.ours')}</Tag>}
            {figure.shippedNow !== null && (
              <Tag color="orange">
                {t('releases.now', { value: words(figure.kind, figure.shippedNow, figure.unit) })}
              </Tag>
            )}
          </td>
          <td className="nowrap" data-label={t('parameters.since')}>
            {tableDate(figure.since)}
            <div className="quiet">{figure.by === 'system' ? t('parameters.delivered') : figure.by}</div>
          </td>
          <td className="nowrap">
            <Button size="small" onClick={() => props.onPast(figure)}>
              {t('parameters.history')}
            </Button>{' '}
            {props.onChange && (
              <Button size="small" onClick={() => props.onChange?.(figure)}>
                {t('parameters.change')}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
