import type { CompleteTaskReply, TaskDetail, TaskSummary } from '@huiying/contracts';
import { Button } from 'antd';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { NoAnswer, newKey, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { listAnswers, namedIn, offeredIn } from '../forms/form-answers.js';
import { useOwnAnswers } from '../forms/own-answers.js';
import { type FormFault, serverFaults, viewerFaults } from '../forms/form-faults.js';
import { formTranslate, inLanguage, REQUIRED_MESSAGE } from '../forms/form-language.js';
import type { FormSchema } from '../forms/form-schema.js';
import { type FormHandle, FormView } from '../forms/form-view.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { Answers, CheckAnswers } from './check-answers.js';
import { conflictOf, type TaskConflict } from './conflict.js';
import { FaultSummary } from './fault-summary.js';
import { DraftNewer, useDraftWords } from './draft-state.js';
import { localCopy, localDraft } from './local-draft.js';
import { useTaskDraft } from './task-draft.js';
import { usePeopleOf } from './task-people.js';

/** The form of a task: draft, validation on submission, one summary for our faults and the owner's, 核对 where the model asks for it. */
export function TaskForm(props: {
  task: TaskDetail;
  locked: boolean;
  onConflict: (conflict: TaskConflict) => void;
  onReload: () => Promise<void>;
  onFinished: (next?: TaskSummary) => Promise<void>;
}) {
  const { task } = props;
  const { t, language } = useWords();
  const editable = task.may.complete && task.state === 'open' && !props.locked;
  const schema = useMemo(
    () => inLanguage((task.form ?? { components: [] }) as FormSchema, language),
    [task.form, language],
  );
  const [kept] = useState(() => localDraft(localStorage, task.id, task.draft?.version ?? 0));
  const copy = useMemo(() => localCopy(localStorage, task.id), [task.id]);
  const draft = useTaskDraft(`/api/tasks/${encodeURIComponent(task.id)}/draft`, task.draft, editable, copy);
  const draftWords = useDraftWords(draft);
  const form = useRef<FormHandle>(null);
  const [faults, setFaults] = useState<{ list: FormFault[]; round: number }>();
  const [checking, setChecking] = useState<Record<string, unknown>>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef({ body: '', key: '' });
  const ownAnswer = useOwnAnswers();
  const people = usePeopleOf(schema, task.id, checking !== undefined);
  const words = {
    yes: t('app.yes'),
    no: t('app.no'),
    none: t('app.unknown'),
    own: ownAnswer,
  };

  const fail = (list: FormFault[]) => setFaults((now) => ({ list, round: (now?.round ?? 0) + 1 }));
  const send = async (data: Record<string, unknown>) => {
    const body = JSON.stringify(data);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    setBusy(true);
    setTrouble(undefined);
    try {
      const reply = await api<CompleteTaskReply | undefined>(`/api/tasks/${encodeURIComponent(task.id)}/complete`, {
        method: 'POST',
        json: { data },
        idempotencyKey: attempt.current.key,
      });
      draft.discard();
      await props.onFinished(reply?.nextTask);
    } catch (error) {
      setChecking(undefined);
      const conflict = conflictOf(error);
      if (conflict) props.onConflict(conflict);
      else if (error instanceof ProblemError && (error.body.errors?.length ?? 0) > 0)
        fail(serverFaults(schema, error.body.errors ?? [], error.message));
      else if (error instanceof ProblemError || error instanceof NoAnswer) setTrouble(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    if (busy || !form.current) return;
    const { data, errors } = form.current.submit();
    const list = viewerFaults(schema, errors, formTranslate(language)(REQUIRED_MESSAGE));
    if (list.length > 0) return fail(list);
    setFaults(undefined);
    if (task.review) setChecking(data);
    else void send(data);
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      submit();
    }
    if (event.key === 's') {
      event.preventDefault();
      void draft.save();
    }
  };

  if (task.state !== 'open')
    return (
      <Answers answers={listAnswers(schema, task.data, words, namedIn(task.named))} empty={t('tasks.noAnswers')} />
    );
  return (
    <div className="task-form" onKeyDown={editable ? keys : undefined}>
      {faults && faults.list.length > 0 && (
        <FaultSummary {...faults} onGo={(fieldId) => form.current?.focus(fieldId)} />
      )}
      {Boolean(trouble) && <Trouble error={trouble} onRetry={submit} />}
      <DraftNewer draft={draft} onReload={props.onReload} />
      {task.deadline?.state === 'paused' && <p className="quiet">{t('deadline.pausedForm')}</p>}
      <FormView
        ref={form}
        schema={schema}
        data={{ ...task.data, ...task.draft?.data, ...kept }}
        readOnly={!editable}
        taskId={task.id}
        onChange={draft.changed}
      />
      {editable && (
        <div className="form-bar">
          <span className="quiet" role="status">
            {draftWords}
          </span>
          <span className="inline-actions">
            <Button onClick={() => void draft.save()}>{t('draft.save')}</Button>
            <Button type="primary" onClick={submit} loading={busy}>
              {t(task.review ? 'tasks.check' : 'tasks.submit')}
            </Button>
          </span>
        </div>
      )}
      {checking && (
        <CheckAnswers
          answers={listAnswers(schema, checking, words, offeredIn(task.data, people))}
          busy={busy}
          onBack={() => setChecking(undefined)}
          onSend={() => void send(checking)}
        />
      )}
    </div>
  );
}
