import type { TaskPage } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { Deadline } from '../parts/deadline-mark.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Tasks of this case that the person may see: mine, of my groups, done by me. */
export function TasksTab({ caseNo }: { caseNo: string }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const tasks = useQuery({
    queryKey: ['case-tasks', caseNo],
    queryFn: async ({ signal }) => {
      const views = ['mine', 'group', 'done'] as const;
      const pages = await Promise.all(
        views.map((view) => api<TaskPage>(`/api/tasks?view=${view}&caseNo=${encodeURIComponent(caseNo)}`, { signal })),
      );
      return views.flatMap((view, at) => (pages[at]?.items ?? []).map((task) => ({ task, view })));
    },
  });
  if (tasks.isPending) return <Loading rows={3} />;
  if (tasks.isError) return <Trouble error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (tasks.data.length === 0) return <Empty text={t('caseTasks.empty')} />;
  return (
    <ul className="task-list">
      {tasks.data.map(({ task, view }) => (
        <li key={task.id}>
          <Link to={`/tasks/${task.id}?view=${view}`}>
            <span className="row-line">
              <strong className="row-name">{task.name}</strong>
              <span className="quiet">
                {task.assignee?.name ?? task.candidateGroups.map((group) => name('role', group)).join('、')}
              </span>
            </span>
            <span className="row-line">
              {task.completedAt ? (
                <span className="quiet">{t('tasks.doneAt', { date: shortDate(task.completedAt, language) })}</span>
              ) : task.deadline ? (
                <Deadline view={task.deadline} />
              ) : (
                <span className="quiet">{t('deadline.none')}</span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
