import type { TaskPage, TaskSummary, TaskView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { Deadline } from '../parts/deadline-mark.js';
import { LimitName } from '../parts/rule-ids.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const OF_CASE = ['mine', 'group', 'done'] as const;
const OPEN = ['mine', 'group'] as const;

/** Tasks that the person may see: mine, of my groups, done by me. `asked` as the list of tasks takes it. */
function useTasksOf(asked: Record<string, string>, views: readonly (typeof OF_CASE)[number][]) {
  return useQuery({
    queryKey: ['case-tasks', ...Object.values(asked), ...views],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        views.map((view) => {
          const query = new URLSearchParams({ view, ...asked });
          return api<TaskPage>(`/api/tasks?${query.toString()}`, { signal });
        }),
      );
      return views.flatMap((view, at) => (pages[at]?.items ?? []).map((task) => ({ task, view })));
    },
  });
}

/** Tasks of this case. */
export function TasksTab({ caseNo }: { caseNo: string }) {
  const { t } = useWords();
  const tasks = useTasksOf({ caseNo }, OF_CASE);
  if (tasks.isPending) return <Loading rows={3} />;
  if (tasks.isError) return <Trouble error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (tasks.data.length === 0) return <Empty text={t('caseTasks.empty')} />;
  return <Rows rows={tasks.data} />;
}

/** What the person has to do about a number that is no case's, such as a penalty's: the way from its page to the form. */
export function ToDo({ number }: { number: string }) {
  const { t } = useWords();
  const tasks = useTasksOf({ q: number }, OPEN);
  if (tasks.isError) return <Trouble error={tasks.error} onRetry={() => void tasks.refetch()} />;
  if (!tasks.data || tasks.data.length === 0) return null;
  return (
    <section>
      <h2>{t('caseTasks.toDo')}</h2>
      <Rows rows={tasks.data} />
    </section>
  );
}

function Rows({ rows }: { rows: { task: TaskSummary; view: TaskView }[] }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  return (
    <ul className="task-list">
      {rows.map(({ task, view }) => (
        <li key={task.id}>
          <Link to={`/tasks/${task.id}?view=${view}`}>
            <span className="row-line">
              <strong className="row-name">{task.name}</strong>
              {task.overdueOf && <LimitName id={task.overdueOf} />}
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
