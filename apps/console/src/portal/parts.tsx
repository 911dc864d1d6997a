import { type ReactNode, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../words/portal-words.js';

/** One question: label above, the word 必填 or 可不填 beside it, hint, error, control. */
export function Field(props: {
  name: string;
  label: string;
  required?: boolean;
  hint?: string;
  error?: string;
  children: (attributes: {
    id: string;
    name: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
    'aria-required'?: true;
  }) => ReactNode;
}) {
  const { t } = useWords();
  const id = `q-${props.name}`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ');
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>
        {props.label} <span className="quiet">{props.required ? t('app.required') : t('app.optional')}</span>
      </label>
      {props.hint && (
        <p className="hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p className="wrong" id={errorId}>
          {props.error}
        </p>
      )}
      {props.children({
        id,
        name: props.name,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? true : undefined,
        'aria-required': props.required ? true : undefined,
      })}
    </div>
  );
}

export interface SummaryEntry {
  /** Name of the question; none for a refusal that belongs to no field. */
  field?: string;
  text: string;
}

/** What is still to be mended, on top of the page, with the focus on it and a link to each field. */
export function ErrorSummary({ title, entries, round }: { title: string; entries: SummaryEntry[]; round: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [round]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.field ?? ''}${entry.text}`}>
            {entry.field ? (
              <a
                href={`#q-${entry.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(`q-${entry.field}`);
                  field?.closest('details')?.setAttribute('open', '');
                  field?.focus();
                }}
              >
                {entry.text}
              </a>
            ) : (
              entry.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A layer for one decision: native dialog, so that focus stays in it, Esc closes it and the page behind is out of reach. */
export function Sheet(props: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      className="sheet"
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={titleId}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}

const online = {
  subscribe: (listener: () => void) => {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
  snapshot: () => navigator.onLine,
};

export const useOnline = () => useSyncExternalStore(online.subscribe, online.snapshot);

/** Nothing for 150 ms, then the shape of the page; after 8 s a word that it takes long (console.md §2). */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const { t } = useWords();
  const [stage, setStage] = useState<'blank' | 'shape' | 'slow'>('blank');
  useEffect(() => {
    const shape = setTimeout(() => setStage('shape'), 150);
    const slow = setTimeout(() => setStage('slow'), 8000);
    return () => {
      clearTimeout(shape);
      clearTimeout(slow);
    };
  }, []);
  if (stage === 'blank') return <div aria-busy="true" />;
  return (
    <div className="skeleton" aria-busy="true">
      <p className="visually-hidden">{t('app.loading')}</p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" />
      ))}
      {stage === 'slow' && <p className="quiet">{t('app.slow')}</p>}
    </div>
  );
}

/** Changes are announced once, politely; there is one such region on a page. */
export function Announcer({ text }: { text: string }) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
