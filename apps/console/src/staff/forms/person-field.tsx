import { useEffect, useState } from 'react';
import { taskPeople, type TaskPerson } from '../tasks/task-people.js';
import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/**
 * 人员: a colleague of the units that have the task, or of the whole organisation where the form says so (property `among`); who must step
 * aside is not offered.
 */
export function PersonField({ field, value, errors, readOnly, domId, t, taskId, change }: ReactFieldProps<string>) {
  const [people, setPeople] = useState<TaskPerson[]>();
  const [failed, setFailed] = useState(false);
  const among = field.properties?.['among'];
  useEffect(() => {
    if (!taskId) return;
    const abort = new AbortController();
    taskPeople(taskId, abort.signal, among).then(setPeople, () => setFailed(!abort.signal.aborted));
    return () => abort.abort();
  }, [taskId, among]);
  return (
    <FieldFrame field={field} errors={failed ? [t('form.person.failed')] : errors} domId={domId}>
      <select
        id={domId}
        className="fjs-input"
        disabled={readOnly || !people}
        aria-invalid={errors.length > 0}
        aria-describedby={errors.length > 0 ? `${domId}-error` : undefined}
        value={value ?? ''}
        onChange={(event) => change(event.target.value || null)}
      >
        <option value="">{t(people ? 'form.choose' : 'state.loading')}</option>
        {(people ?? []).map((person) => (
          <option key={person.id} value={person.id}>
            {person.unit ? `${person.name} · ${person.unit}` : person.name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
