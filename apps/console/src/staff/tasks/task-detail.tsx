import type { TaskDetail, TaskSummary } from '@huiying/contracts';
import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ROLE_NAMES } from '@huiying/contracts';
import { longDate } from '../../formats/dates.js';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Gist } from '../cases/gist.js';
import { Deadline } from '../parts/deadline-mark.js';
import { PageHead } from '../parts/page.js';
import { LimitName } from '../parts/rule-ids.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { AssignDialog } from './assign-dialog.js';
import { Conflict, conflictOf, type TaskConflict } from './conflict.js';
import { TaskForm } from './task-form.js';
import { useSubjectName } from './task-subject.js';

export interface DetailProps {
  id: string;
  onBack: () => void;
  onChanged: () => Promise<void>;
  onFinished: (sentence: string, next?: TaskSummary) => Promise<void>;
  onNext: () => void;
}

/** T2: what exactly is asked, and what do I know already? */
export function TaskDetailPane(props: DetailProps) {
  const { t } = useWords();
  const detail = useQuery({
    queryKey: ['task', props.id],
    queryFn: ({ signal }) => api<TaskDetail>(`/api/tasks/${encodeURIComponent(props.id)}`, { signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <Button className="only-narrow" type="text" onClick={props.onBack}>
        ‹ {t('tasks.back')}
      </Button>
      {detail.isPending && <Loading rows={8} />}
      {detail.isError && (
        <>
          <PageHead title={t('tasks.title')} />
          {conflictOf(detail.error) ? (
            <Conflict conflict={conflictOf(detail.error)!} onNext={props.onNext} />
          ) : (
            <Trouble error={detail.error} onRetry={() => void detail.refetch()} />
          )}
        </>
      )}
      {detail.isSuccess && <Loaded {...props} task={detail.data} />}
    </>
  );
}

function Loaded({ task, ...props }: DetailProps & { task: TaskDetail }) {
  const { t, pick, language } = useWords();
  const subjectName = useSubjectName();
  const client = useQueryClient();
  const [conflict, setConflict] = useState<TaskConflict>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const role = task.candidateGroups
    .map((group) => (group in ROLE_NAMES ? pick(ROLE_NAMES[group as keyof typeof ROLE_NAMES]) : group))
    .join('、');

  const reload = async () => {
    await client.invalidateQueries({ queryKey: ['task', task.id] });
    await props.onChanged();
  };
  const act = async (part: 'claim' | 'release') => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await api(`/api/tasks/${encodeURIComponent(task.id)}/${part}`, { method: 'POST', json: {} });
      await reload();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const failed = (error: unknown) => {
    const found = conflictOf(error);
    if (found) setConflict(found);
    else if (error instanceof ProblemError || error instanceof Error) setTrouble(error);
    else throw error;
  };
  const holder =
    task.state === 'completed'
      ? task.completedAt &&
        t('tasks.completedBy', { name: task.assignee?.name ?? '', date: longDate(task.completedAt, language) })
      : task.assignee
        ? t('tasks.heldBy', { name: task.assignee.name })
        : t('tasks.unclaimed', { role });

  return (
    <article className="task-detail">
      <PageHead
        title={task.name}
        area={t('tasks.title')}
        actions={
          !conflict && (
            <>
              {task.may.assign && <Button onClick={() => setAssigning(true)}>{t('tasks.assign')}</Button>}
              {task.may.release && (
                <Button onClick={() => void act('release')} disabled={busy}>
                  {t('tasks.release')}
                </Button>
              )}
              {task.may.claim && (
                <Button type="primary" onClick={() => void act('claim')} loading={busy}>
                  {t('tasks.claim')}
                </Button>
              )}
            </>
          )
        }
      >
        <p className="detail-sub">
          {task.caseNo ? <Link to={`/cases/${task.caseNo}`}>{task.caseNo}</Link> : subjectName(task)}
          <span className="quiet">{holder}</span>
        </p>
      </PageHead>
      {task.deadline && task.state === 'open' && (
        <p className="limit-line">
          <Deadline view={task.deadline} />
          <span className="quiet">
            <LimitName id={task.deadline.limitId} />
          </span>
        </p>
      )}
      {conflict && <Conflict conflict={conflict} onNext={props.onNext} />}
      {Boolean(trouble) && <Trouble error={trouble} />}
      {task.caseNo && <Gist caseNo={task.caseNo} withContact={task.contact && task.state === 'open'} />}
      <TaskForm
        key={`${task.id}:${task.draft?.version ?? 0}:${String(task.may.complete)}`}
        task={task}
        locked={Boolean(conflict)}
        onConflict={setConflict}
        onReload={reload}
        onFinished={(next) =>
          props.onFinished(
            next ? t('tasks.submittedNext', { name: next.name }) : t('tasks.submitted', { name: task.name }),
            next,
          )
        }
      />
      {assigning && (
        <AssignDialog
          task={task}
          onClose={() => setAssigning(false)}
          onDone={async () => {
            setAssigning(false);
            await reload();
          }}
          onFailed={(error) => {
            setAssigning(false);
            failed(error);
          }}
        />
      )}
    </article>
  );
}
