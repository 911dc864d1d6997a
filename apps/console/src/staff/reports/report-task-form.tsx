import type { ReportTaskSheet } from '@huiying/contracts';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { NoAnswer, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { type FormFault, serverFaults, viewerFaults } from '../forms/form-faults.js';
import { formTranslate, inLanguage, REQUIRED_MESSAGE } from '../forms/form-language.js';
import type { FormSchema } from '../forms/form-schema.js';
import { type FormHandle, FormView } from '../forms/form-view.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { FaultSummary } from '../tasks/fault-summary.js';

/** The form of a sealed task: nothing of it is kept in the browser or as a draft, so it is filled in and sent in one go. */
export function ReportTaskForm({ task, onDone }: { task: ReportTaskSheet; onDone: () => Promise<void> }) {
  const { t, language } = useWords();
  const schema = useMemo(() => inLanguage(task.form as FormSchema, language), [task.form, language]);
  const form = useRef<FormHandle>(null);
  const [faults, setFaults] = useState<{ list: FormFault[]; round: number }>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const fail = (list: FormFault[]) => setFaults((now) => ({ list, round: (now?.round ?? 0) + 1 }));
  const send = async (data: Record<string, unknown>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await api(`/api/jb/tasks/${encodeURIComponent(task.id)}/complete`, { method: 'POST', json: { data } });
      await onDone();
    } catch (error) {
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
    void send(data);
  };
  return (
    <div className="task-form">
      {faults && faults.list.length > 0 && (
        <FaultSummary {...faults} onGo={(fieldId) => form.current?.focus(fieldId)} />
      )}
      {Boolean(trouble) && <Trouble error={trouble} onRetry={submit} />}
      <FormView
        ref={form}
        schema={schema}
        data={task.data}
        readOnly={false}
        taskId={`jb/${task.id}`}
        onChange={() => undefined}
      />
      <div className="form-bar">
        <span />
        <Button type="primary" onClick={submit} loading={busy}>
          {t('tasks.submit')}
        </Button>
      </div>
    </div>
  );
}
