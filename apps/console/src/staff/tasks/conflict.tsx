import { Alert, Button } from 'antd';
import { useState } from 'react';
import { timeOfDay } from '../../formats/dates.js';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';

/** What happened to a task meanwhile: said in place, with the person's name and the ways on; nothing typed is lost (console.md T2). */
export interface TaskConflict {
  kind: 'claimed' | 'not-yours' | 'withdrawn' | 'form-changed';
  text: string;
  by?: string;
  at?: string;
}

/** Of an answer of the server; undefined where it is something else. */
export function conflictOf(error: unknown): TaskConflict | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const params = error.body.params ?? {};
  const by = typeof params['claimedBy'] === 'string' ? params['claimedBy'] : undefined;
  const at = typeof params['claimedAt'] === 'string' ? params['claimedAt'] : undefined;
  if (error.code === 'task-claimed') return { kind: 'claimed', text: error.message, by, at };
  if (error.code === 'task-not-yours') return { kind: 'not-yours', text: error.message };
  if (error.code === 'form-changed') return { kind: 'form-changed', text: error.message };
  if (error.status === 410) return { kind: 'withdrawn', text: error.message };
  return undefined;
}

export function Conflict({ conflict, onNext }: { conflict: TaskConflict; onNext: () => void }) {
  const { t } = useWords();
  const [readOnly, setReadOnly] = useState(false);
  const text =
    conflict.kind === 'claimed' && conflict.by && conflict.at
      ? t('tasks.claimedBy', { name: conflict.by, time: timeOfDay(conflict.at) })
      : conflict.text;
  return (
    <Alert
      className="conflict"
      type="warning"
      role="alert"
      title={text}
      description={
        <>
          <p>{t(conflict.kind === 'withdrawn' ? 'tasks.withdrawnHint' : 'tasks.keptHint')}</p>
          {!readOnly && (
            <span className="inline-actions">
              <Button onClick={onNext}>{t('tasks.next')}</Button>
              <Button onClick={() => setReadOnly(true)}>{t('tasks.readOnly')}</Button>
            </span>
          )}
        </>
      }
    />
  );
}
