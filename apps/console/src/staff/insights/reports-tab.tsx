import type { ReportList, ReportRow } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { SaveReport } from './save-report.js';

/** The archive: what was delivered, as it was delivered, to be saved as PDF or Excel. */
export function ReportsTab() {
  const { t } = useWords();
  const list = useInfiniteQuery({
    queryKey: ['insights-reports'],
    queryFn: ({ pageParam, signal }) =>
      api<ReportList>(`/api/insights/reports${pageParam ? `?cursor=${pageParam}` : ''}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ReportList) => page.next ?? undefined,
  });
  if (list.isPending) return <Loading rows={8} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty text={t('insights.noReports')} />;
  return (
    <>
      <Rows rows={rows} />
      {list.hasNextPage && (
        <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
    </>
  );
}

function Rows({ rows }: { rows: ReportRow[] }) {
  const { t, pick, code } = useWords();
  const columns = ['report', 'unit', 'period', 'dueOn', 'state', 'cases', 'files'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`insights.report.${column}`))} caption={t('insights.archive')}>
      {rows.map((row) => (
        <tr key={row.reportNo}>
          <th scope="row">
            {row.state === 'draft' ? (
              pick(row.title)
            ) : (
              <Link to={`/insights/reports/${encodeURIComponent(row.reportNo)}`}>{pick(row.title)}</Link>
            )}
            {row.unread && <Tag color="processing">{t('insights.unread')}</Tag>}
          </th>
          <td>{row.unit}</td>
          <td className="nowrap">{row.period}</td>
          <td className="nowrap" data-label={t('insights.report.dueOn')}>
            {row.dueOn}
          </td>
          <td>
            {code('insights.reportState', row.state)}
            {row.deliveredAt && <div className="quiet">{tableDate(row.deliveredAt)}</div>}
          </td>
          <td data-label={t('insights.report.cases')}>{row.cases}</td>
          <td>
            {row.pdfSha256 ? (
              <>
                <SaveReport row={row} kind="pdf" /> <SaveReport row={row} kind="xlsx" />
              </>
            ) : (
              '—'
            )}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
