import type { ReportLine, ReportTaskRow } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api, useSession } from '../session/session.js';
import { OpeningRequests } from './opening-requests.js';

/** 保密事项: what is mine to do, and which reports do I handle? No counts, no badge (console.md §6). */
export function ReportsPage() {
  const { t, pick } = useWords();
  const groups = useSession().user?.groups ?? [];
  const tasks = useQuery({
    queryKey: ['jb', 'tasks'],
    queryFn: ({ signal }) => api<{ items: ReportTaskRow[] }>('/api/jb/tasks', { signal }),
    gcTime: 0,
  });
  const reports = useQuery({
    queryKey: ['jb', 'reports'],
    queryFn: ({ signal }) => api<{ items: ReportLine[] }>('/api/jb/reports', { signal }),
    gcTime: 0,
  });
  return (
    <>
      <PageHead title={t('reports.title')} />
      <h2>{t('reports.tasks')}</h2>
      {tasks.isPending && <Loading rows={2} />}
      {tasks.isError && <Trouble error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isSuccess && tasks.data.items.length === 0 && <Empty text={t('reports.noTasks')} />}
      <ul className="plain-list">
        {tasks.data?.items.map((task) => (
          <li key={task.id}>
            <Link to={`/jb/tasks/${task.id}`}>
              {pick(task.name)} · {task.reportNo}
            </Link>{' '}
            {task.dueAt && (
              <span className="quiet">
                {t('reports.due')} {tableDate(task.dueAt)}
              </span>
            )}{' '}
            {task.overdue && <Tag color="red">{t('reports.overdue')}</Tag>}
          </li>
        ))}
      </ul>
      <h2>{t('reports.list')}</h2>
      {reports.isPending && <Loading rows={2} />}
      {reports.isError && <Trouble error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isSuccess && reports.data.items.length === 0 && <Empty text={t('reports.none')} />}
      <ul className="plain-list">
        {reports.data?.items.map((report) => (
          <li key={report.reportNo}>
            <Link to={`/jb/${report.reportNo}`}>{report.reportNo}</Link>{' '}
            <span className="quiet">
              {t('reports.receivedOn')} {report.receivedOn} ·{' '}
              {t(report.state === 'sealed' ? 'reports.sealed' : 'reports.open')}
            </span>
          </li>
        ))}
      </ul>
      {groups.some((group) => group === 'custodian' || group === 'general-manager') && <OpeningRequests />}
    </>
  );
}
