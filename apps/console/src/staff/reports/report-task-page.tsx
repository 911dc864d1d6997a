import type { ReportTaskSheet } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { ReportTaskForm } from './report-task-form.js';

/** One task of a report: what is known, and the form. */
export function ReportTaskPage() {
  const { id = '' } = useParams();
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const task = useQuery({
    queryKey: ['jb', 'task', id],
    queryFn: ({ signal }) => api<ReportTaskSheet>(`/api/jb/tasks/${encodeURIComponent(id)}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
  const [round, setRound] = useState(0);
  const reload = async () => {
    await task.refetch();
    setRound((now) => now + 1);
  };
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['jb'], refetchType: 'none' });
    await navigate('/jb');
  };
  return (
    <>
      <PageHead title={task.data ? pick(task.data.name) : t('reports.title')} />
      <p>
        <Link to="/jb">{t('reports.back')}</Link>{' '}
        {task.data && <Link to={`/jb/${task.data.reportNo}`}>{task.data.reportNo}</Link>}{' '}
        {task.data?.dueAt && (
          <span className="quiet">
            {t('reports.due')} {tableDate(task.data.dueAt)}
          </span>
        )}
      </p>
      {task.isPending && <Loading />}
      {task.isError && <Trouble error={task.error} onRetry={() => void task.refetch()} />}
      {task.data && (
        <ReportTaskForm key={`${task.data.id} ${round}`} task={task.data} onReload={reload} onDone={done} />
      )}
    </>
  );
}
