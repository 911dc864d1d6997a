import type { AssignTaskRequest, TaskDetail } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { taskPeople } from './task-people.js';

/** 转派: responsibility moves, so a reason is required. The server leaves out who must step aside (回避). */
export function AssignDialog(props: {
  task: TaskDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
  onFailed: (error: unknown) => void;
}) {
  const { t } = useWords();
  const [personId, setPersonId] = useState<string>();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const personField = useId();
  const reasonField = useId();
  const path = `/api/tasks/${encodeURIComponent(props.task.id)}`;
  const people = useQuery({
    queryKey: ['candidates', props.task.id],
    queryFn: ({ signal }) => taskPeople(props.task.id, signal),
  });
  const assign = async () => {
    if (!personId || !reason.trim()) return setMissing(true);
    setBusy(true);
    try {
      const json: AssignTaskRequest = { personId, reason: reason.trim() };
      await api(`${path}/assign`, { method: 'POST', json });
      await props.onDone();
    } catch (error) {
      props.onFailed(error);
    }
  };
  return (
    <Dialog title={t('tasks.assignTitle')} onClose={props.onClose}>
      {people.isPending && <Loading rows={2} />}
      {people.isError && <Trouble error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void assign();
          }}
        >
          {missing && (!personId || !reason.trim()) && (
            <p className="wrong" role="alert">
              {t('tasks.assignMissing')}
            </p>
          )}
          <label htmlFor={personField}>{t('tasks.assignTo')}</label>
          <Select
            id={personField}
            showSearch={{ optionFilterProp: 'label' }}
            value={personId}
            onChange={setPersonId}
            getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
            options={people.data.map((person) => ({ value: person.id, label: person.name }))}
          />
          <label htmlFor={reasonField}>{t('tasks.assignReason')}</label>
          <Input.TextArea
            id={reasonField}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <span className="inline-actions end">
            <Button onClick={props.onClose}>{t('app.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('tasks.assign')}
            </Button>
          </span>
        </form>
      )}
    </Dialog>
  );
}
