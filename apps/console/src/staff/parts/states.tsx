import { Alert, Button, Tag } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { NoAnswer, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';

/** The states every page has (console.md §2). */

/** Nothing for 150 ms, then the shape of what comes, after 8 s a word. */
export function Loading({ rows = 6 }: { rows?: number }) {
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
      <p className="visually-hidden">{t('state.loading')}</p>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" />
      ))}
      {stage === 'slow' && <p className="quiet">{t('state.slow')}</p>}
    </div>
  );
}

/** The server's sentence, its reference small, 重试; the rest of the page stays. Not there and not yours read alike. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const problem = error instanceof ProblemError ? error : undefined;
  const text =
    problem?.status === 404 ? t('state.missing') : error instanceof NoAnswer ? t('state.noAnswer') : problem?.message;
  return (
    <Alert
      className="trouble"
      type={problem?.status === 404 ? 'info' : 'error'}
      role="alert"
      title={text ?? t('state.fault')}
      description={
        problem?.body.traceId && problem.status >= 500 ? (
          <span className="quiet">{t('state.trace', { traceId: problem.body.traceId })}</span>
        ) : undefined
      }
      action={
        onRetry && problem?.status !== 404 ? (
          <Button size="small" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** One sentence why it is empty, one way on. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** Nothing matches: the conditions stand there and can be taken off one by one. */
export function FilteredEmpty(props: {
  text: string;
  conditions: { label: string; onRemove: () => void }[];
  onClear: () => void;
}) {
  const { t } = useWords();
  return (
    <div className="empty">
      <p>{props.text}</p>
      <p>
        {props.conditions.map((condition) => (
          <Tag key={condition.label} closable onClose={condition.onRemove}>
            {condition.label}
          </Tag>
        ))}
      </p>
      <Button onClick={props.onClear}>{t('state.clear')}</Button>
    </div>
  );
}
