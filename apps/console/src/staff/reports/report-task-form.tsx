import type { ReportTaskSheet } from '@huiying/contracts';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { NoAnswer, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { listAnswers, offeredIn } from '../forms/form-answers.js';
import { type FormFault, serverFaults, viewerFaults } from '../forms/form-faults.js';
import { formTranslate, inLanguage, REQUIRED_MESSAGE } from '../forms/form-language.js';
import type { FormSchema } from '../forms/form-schema.js';
import { type FormHandle, FormView } from '../forms/form-view.js';
import { useOwnAnswers } from '../forms/own-answers.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { CheckAnswers } from '../tasks/check-answers.js';
import { DraftNewer, useDraftWords } from '../tasks/draft-state.js';
import { FaultSummary } from '../tasks/fault-summary.js';
import { NO_COPY } from '../tasks/local-draft.js';
import { useTaskDraft } from '../tasks/task-draft.js';
import { sealedTask, usePeopleOf } from '../tasks/task-people.js';

/** The form of a sealed task: its draft lies on the server alone, under the report's key; 核对 where the model asks for it. */
export function ReportTaskForm(props: {
  task: ReportTaskSheet;
  onReload: () => Promise<void>;
  onDone: () => Promise<void>;
}) {
  const { task } = props;
  const { t, language } = useWords();
  const schema = useMemo(() => inLanguage(task.form as FormSchema, language), [task.form, language]);
  const path = `/api/jb/tasks/${encodeURIComponent(task.id)}`;
  const draft = useTaskDraft(`${path}/draft`, task.draft, true, NO_COPY);
  const said = useDraftWords(draft, t('reports.draftFailed'));
  const form = useRef<FormHandle>(null);
  const [faults, setFaults] = useState<{ list: FormFault[]; round: number }>();
  const [checking, setChecking] = useState<Record<string, unknown>>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const words = { yes: t('app.yes'), no: t('app.no'), none: t('app.unknown'), own: useOwnAnswers() };
  const people = usePeopleOf(schema, sealedTask(task.id), checking !== undefined);
  useWarnBeforeLeaving(['dirty', 'saving', 'failed', 'newer'].includes(draft.status));

  const fail = (list: FormFault[]) => setFaults((now) => ({ list, round: (now?.round ?? 0) + 1 }));
  const send = async (data: Record<string, unknown>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await api(`${path}/complete`, { method: 'POST', json: { data } });
      draft.discard();
      await props.onDone();
    } catch (error) {
      setChecking(undefined);
      if (error instanceof ProblemError && (error.body.errors?.length ?? 0) > 0)
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
  return (
    <div className="task-form">
      {faults && faults.list.length > 0 && (
        <FaultSummary {...faults} onGo={(fieldId) => form.current?.focus(fieldId)} />
      )}
      {Boolean(trouble) && <Trouble error={trouble} onRetry={submit} />}
      <DraftNewer draft={draft} onReload={props.onReload} />
      <FormView
        ref={form}
        schema={schema}
        data={{ ...task.data, ...task.draft?.data }}
        readOnly={false}
        taskId={sealedTask(task.id)}
        onChange={draft.changed}
      />
      <div className="form-bar">
        <span className="quiet" role="status">
          {said}
        </span>
        <span className="inline-actions">
          <Button onClick={() => void draft.save()}>{t('draft.save')}</Button>
          <Button type="primary" onClick={submit} loading={busy}>
            {t(task.review ? 'tasks.check' : 'tasks.submit')}
          </Button>
        </span>
      </div>
      {checking && (
        <CheckAnswers
          answers={listAnswers(schema, checking, words, offeredIn(task.data, people))}
          hint={t('reports.checkHint')}
          busy={busy}
          onBack={() => setChecking(undefined)}
          onSend={() => void send(checking)}
        />
      )}
    </div>
  );
}

/** What the server has not got yet lies nowhere else: the browser asks before it goes. */
function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
