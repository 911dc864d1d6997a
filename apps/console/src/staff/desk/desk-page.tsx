import type { CaseList, TaskPage, TaskSummary } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { useCaseHeads } from '../cases/case-heads.js';
import { useSubjectName } from '../tasks/task-subject.js';
import { Deadline } from '../parts/deadline-mark.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const REFRESH_MS = 15_000;

/** D2 受理台: what waits for the review first, by its limit (R04.4), and beside it what came in. */
export function DeskPage() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('desk.title')} />
      <p>
        <Link to="/desk/linking">{t('linking.title')}</Link>
      </p>
      <div className="desk">
        <section aria-labelledby="desk-waiting">
          <h2 id="desk-waiting">{t('desk.waiting')}</h2>
          <Waiting />
        </section>
        <section aria-labelledby="desk-recent">
          <h2 id="desk-recent">{t('desk.recent')}</h2>
          <Recent />
        </section>
      </div>
    </>
  );
}

/** Both queues of the desk, mine before the group's; a task carries its limit. */
function Waiting() {
  const { t } = useWords();
  const mine = useTasks('mine');
  const group = useTasks('group');
  const subjectName = useSubjectName();
  const head = useCaseHeads([...(mine.data?.items ?? []), ...(group.data?.items ?? [])].map(({ caseNo }) => caseNo));
  if (mine.isPending || group.isPending) return <Loading />;
  if (mine.isError) return <Trouble error={mine.error} onRetry={() => void mine.refetch()} />;
  if (group.isError) return <Trouble error={group.error} onRetry={() => void group.refetch()} />;
  const rows = [
    ...mine.data.items.map((task) => ({ task, held: true })),
    ...group.data.items.filter((task) => !task.assignee).map((task) => ({ task, held: false })),
  ];
  if (rows.length === 0) return <Empty text={t('desk.nothing')} />;
  return (
    <ul className="task-list">
      {rows.map(({ task, held }) => (
        <li key={task.id}>
          <Link to={`/tasks/${task.id}${held ? '' : '?view=group'}`}>
            <span className="row-line">
              <strong className="row-name">{task.name}</strong>
              <span className="quiet">{held ? t('tasks.view.mine') : t('tasks.view.group')}</span>
            </span>
            <span className="row-line">
              {task.deadline ? <Deadline view={task.deadline} /> : <span className="quiet">{t('deadline.none')}</span>}
              {head(task.caseNo) && <span className="row-about">{head(task.caseNo)}</span>}
              <span className="quiet row-case">{task.caseNo ?? subjectName(task)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useTasks(view: 'mine' | 'group') {
  return useQuery<TaskPage, unknown, { items: TaskSummary[] }>({
    queryKey: ['desk-tasks', view],
    queryFn: ({ signal }) => api<TaskPage>(`/api/tasks?view=${view}`, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

function Recent() {
  const { t, pick, language } = useWords();
  const name = useCodeNames();
  const cases = useQuery({
    queryKey: ['desk-cases'],
    queryFn: ({ signal }) => api<CaseList>('/api/cases', { signal }),
    refetchInterval: REFRESH_MS,
  });
  if (cases.isPending) return <Loading />;
  if (cases.isError) return <Trouble error={cases.error} onRetry={() => void cases.refetch()} />;
  if (cases.data.items.length === 0) return <Empty text={t('cases.empty')} />;
  return (
    <ul className="task-list">
      {cases.data.items.slice(0, 12).map((row) => (
        <li key={row.caseNo}>
          <Link to={`/cases/${row.caseNo}`}>
            <span className="row-line">
              <strong className="row-name">
                {row.subject ?? ([row.project, row.building].filter(Boolean).join(' ') || row.caseNo)}
              </strong>
              <span className="quiet">{pick(row.stateText)}</span>
            </span>
            <span className="row-line quiet">
              <span>{row.caseNo}</span>
              <span>{name('channel', row.channel)}</span>
              <span>{shortDate(row.receivedAt, language)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
