import type { ReportTable, ReportView } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { FactsGrid } from '../parts/facts.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { SaveReport } from './save-report.js';

/** One report as it was delivered: where the letter and the line above the tasks lead. */
export function PeriodicReportPage() {
  const { t, pick } = useWords();
  const { reportNo = '' } = useParams();
  const path = `/api/insights/reports/${encodeURIComponent(reportNo)}`;
  const found = useQuery({
    queryKey: ['insights-report', reportNo],
    queryFn: ({ signal }) => api<ReportView>(path, { signal }),
  });
  useOpened(path, found.data?.unread === true);
  if (found.isPending) return <Loading rows={8} />;
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  const report = found.data;
  return (
    <article>
      <PageHead
        title={`${report.unit} ${pick(report.title)}`}
        area={t('insights.title')}
        actions={
          report.pdfSha256 && (
            <>
              <SaveReport row={report} kind="pdf" /> <SaveReport row={report} kind="xlsx" />
            </>
          )
        }
      >
        <Link to="/insights?tab=reports">{t('insights.archive')}</Link>
      </PageHead>
      <Facts report={report} />
      <Texts report={report} />
      {report.tables.map((table) => (
        <Table key={table.title} table={table} />
      ))}
    </article>
  );
}

/** Whoever looks at a report is not told of it again. */
function useOpened(path: string, unread: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!unread) return;
    void api(`${path}/reading`, { method: 'POST' })
      .then(() => queries.invalidateQueries({ queryKey: ['insights-reports'] }))
      .catch(() => undefined); // it is still there the next time
  }, [path, unread, queries]);
}

function Facts({ report }: { report: ReportView }) {
  const { t, code } = useWords();
  const facts = [
    [t('insights.report.period'), report.period],
    [t('insights.report.state'), code('insights.reportState', report.state)],
    [t('insights.deliveredAt'), report.deliveredAt ? tableDate(report.deliveredAt) : ''],
    [t('insights.meetingOn'), report.meetingOn ?? ''],
  ] as const;
  return <FactsGrid facts={facts} />;
}

function Texts({ report: { texts } }: { report: ReportView }) {
  const { t } = useWords();
  if (!texts) return null;
  return (['analysis', 'advice', 'followUp'] as const)
    .filter((key) => texts[key] !== '')
    .map((key) => (
      <section key={key}>
        <h2>{t(`insights.text.${key}`)}</h2>
        <p className="case-text">{texts[key]}</p>
      </section>
    ));
}

function Table({ table: { title, columns, rows } }: { table: ReportTable }) {
  const { t } = useWords();
  if (rows.length === 0) {
    return (
      <section>
        <h2>{title}</h2>
        <p className="quiet">{t('insights.noRows')}</p>
      </section>
    );
  }
  return (
    <CaseTable columns={columns} caption={title}>
      {rows.map((row, at) => (
        <tr key={at}>
          {row.map((value, n) => (
            <td key={columns[n]} data-label={columns[n]}>
              {value ?? '—'}
            </td>
          ))}
        </tr>
      ))}
    </CaseTable>
  );
}
