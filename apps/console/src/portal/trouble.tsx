import { NoAnswer, ProblemError } from '../http/request.js';
import { useWords } from '../words/portal-words.js';

/** What the server said, its reference small, and 重试; the rest of the page stays. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const traceId = error instanceof ProblemError ? error.body.traceId : undefined;
  return (
    <div className="trouble" role="alert">
      <p>{error instanceof NoAnswer || !(error instanceof Error) ? t('app.noAnswer') : error.message}</p>
      {traceId && <p className="quiet">{t('app.trace', { traceId })}</p>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('app.retry')}
        </button>
      )}
    </div>
  );
}
