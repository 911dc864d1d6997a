import type { DeadlineView } from '@huiying/contracts';
import { shortDate } from '../../formats/dates.js';
import { type DeadlineMark, deadlineWords } from '../../formats/deadline-words.js';
import { type StaffKey, useWords } from '../../words/staff-words.js';
import { ruleOf } from './rule-ids.js';

/** Shape drawn as a picture, so that it stays in grey print and forced colours. */
function MarkShape({ mark }: { mark: DeadlineMark }) {
  return (
    <svg
      className={`mark mark-${mark}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {mark === 'normal' && <circle cx="6" cy="6" r="5.5" />}
      {mark === 'done' && <path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" strokeWidth="2" />}
      {mark === 'near' && <path d="M6 .5 12 11.5H0Z" />}
      {mark === 'over' && <rect x=".5" y=".5" width="11" height="11" />}
      {mark === 'paused' && <path d="M1.5.5h3v11h-3zM7.5.5h3v11h-3z" />}
      {mark === 'waiting' && <circle cx="6" cy="6" r="4.5" fill="none" strokeWidth="2" />}
    </svg>
  );
}

/** Mark and few words, the badges 延 and 暂, and the whole sentence for the tip and for screen readers. */
export function Deadline({ view, plain }: { view: DeadlineView; plain?: boolean }) {
  const { t, language } = useWords();
  const words = deadlineWords(view, language);
  const say = (text: { key: string; params: Record<string, string | number> }) => t(text.key as StaffKey, text.params);
  const extended =
    view.extended && t('deadline.extendedTip', { date: shortDate(view.extended.previousDueAt, language) });
  const full = [say(words.sentence), extended, view.provisional && t('deadline.provisionalTip'), ruleOf(view.limitId)]
    .filter(Boolean)
    .join(' · ');
  return (
    <span className={plain ? 'deadline' : `deadline chip-${words.mark}`} title={full}>
      <MarkShape mark={words.mark} />
      <span>{say(words.short)}</span>
      {view.extended && <span className="badge">{t('deadline.extendedBadge')}</span>}
      {view.provisional && <span className="badge">{t('deadline.provisionalBadge')}</span>}
      <span className="visually-hidden">{full}</span>
    </span>
  );
}
