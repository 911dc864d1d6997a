import type { CaseDeadline } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Deadline } from '../parts/deadline-mark.js';
import { LimitName, ruleOf } from '../parts/rule-ids.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { Basis } from './basis.js';

/** Every limit of the case: what is left, its budget, how far it is used, and each step with the calendar it was reckoned by. */
export function DeadlinesTab({ path, caseNo }: { path: string; caseNo: string }) {
  const { t } = useWords();
  const limits = useQuery({
    queryKey: ['case-deadlines', caseNo],
    queryFn: ({ signal }) => api<CaseDeadline[]>(`${path}/deadlines`, { signal }),
    refetchInterval: 30_000,
  });
  if (limits.isPending) return <Loading />;
  if (limits.isError) return <Trouble error={limits.error} onRetry={() => void limits.refetch()} />;
  if (limits.data.length === 0) return <Empty text={t('limits.empty')} />;
  const open = (limit: CaseDeadline) =>
    limit.state === 'running' ||
    limit.state === 'paused' ||
    (limit.state === 'missed' && limit.settledAt === undefined);
  const sorted = [...limits.data].sort((a, b) => Number(open(b)) - Number(open(a)) || a.dueAt.localeCompare(b.dueAt));
  return (
    <ul className="limits">
      {sorted.map((limit) => (
        <Limit key={limit.id} limit={limit} open={open(limit)} caseNo={caseNo} />
      ))}
    </ul>
  );
}

function Limit({ limit, open, caseNo }: { limit: CaseDeadline; open: boolean; caseNo: string }) {
  const { t, language, code } = useWords();
  const percent = Math.round(Math.min(1, Math.max(0, limit.usedRatio)) * 100);
  const budget =
    limit.budget.amount === null
      ? t(`limits.unit.${limit.budget.unit}`)
      : t(`limits.budget.${limit.budget.unit}`, { amount: limit.budget.amount });
  return (
    <li>
      <p className="limit-head">
        <strong>
          <LimitName id={limit.limitId} />
        </strong>
        {limit.n > 1 && <span className="quiet">{t('limits.nth', { n: limit.n })}</span>}
        <Deadline view={limit} />
      </p>
      {open && (
        <div
          className={`limit-bar used-${limit.state === 'paused' ? 'paused' : percent >= 100 ? 'over' : percent >= 75 ? 'near' : 'normal'}`}
          role="img"
          aria-label={t('limits.used', { percent: Math.round(limit.usedRatio * 100) })}
        >
          <span style={{ inlineSize: `${percent}%` }} />
        </div>
      )}
      <p className="quiet">
        {[
          budget,
          t('limits.started', { date: shortDate(limit.startedAt, language) }),
          t('limits.due', { date: shortDate(limit.dueAt, language) }),
          t('limits.calendar', { version: limit.calendarVersion }),
        ].join(' · ')}
      </p>
      <Basis ids={[ruleOf(limit.limitId)]} caseNo={caseNo} />
      {limit.steps.length > 1 && (
        <details>
          <summary>{t('limits.steps', { count: limit.steps.length })}</summary>
          <ol className="limit-steps">
            {limit.steps.map((step, index) => (
              <li key={index}>
                {shortDate(step.at, language)} {code('limits.step', step.kind)}
                <span className="quiet"> {t('limits.due', { date: shortDate(step.dueAt, language) })}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
