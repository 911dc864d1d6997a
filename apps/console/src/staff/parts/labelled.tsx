import { type ReactNode, useId } from 'react';
import { useWords } from '../../words/staff-words.js';

export interface ControlAttributes {
  id: string;
  status?: 'error';
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Label above its control, the word 必填, and the error between them. */
export function Labelled(props: {
  label: string;
  required?: boolean;
  hint?: string;
  error?: string;
  className?: string;
  /** Id of the control, where a summary leads to it. */
  id?: string;
  children: (attributes: ControlAttributes) => ReactNode;
}) {
  const { t } = useWords();
  const own = useId();
  const id = props.id ?? own;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={['labelled', props.className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>
        {props.label}
        {props.required && <span className="quiet"> {t('app.required')}</span>}
      </label>
      {props.error && (
        <p className="wrong" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      {props.children({
        id,
        ...(props.error && { status: 'error', 'aria-invalid': true }),
        ...(described && { 'aria-describedby': described }),
      })}
      {props.hint && (
        <p className="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
