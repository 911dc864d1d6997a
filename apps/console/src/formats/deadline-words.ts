import type { CaseDeadline, DeadlineView } from '@huiying/contracts';
import type { Language, Params } from '../words/translate.js';
import { dayOf, shortDate, timeOfDay, weekdayDate } from './dates.js';

/** The five marks of console.md §12; the shape carries the meaning alone. */
export type DeadlineMark = 'normal' | 'near' | 'over' | 'paused' | 'waiting' | 'done';

export interface DeadlineWords {
  mark: DeadlineMark;
  /** Key and parameters of the few words of a row: 剩 3 个工作日. */
  short: { key: string; params: Params };
  /** Key and parameters of the whole sentence, for the tip and for screen readers. */
  sentence: { key: string; params: Params };
}

/** A limit warns from here on (decision `deadlines`, warnAt). */
const NEAR = 0.75;

/** A limit; of a window of somebody's (`onMissed` path) the process goes on when it is over, and nobody is late. */
type DeadlineOf = DeadlineView & { readonly onMissed?: CaseDeadline['onMissed'] };

/** Words for a limit, from what the server computed; the browser does no calendar arithmetic (console.md §0.2). */
export function deadlineWords(view: DeadlineOf, language: Language): DeadlineWords {
  const due = { date: moment(view.dueAt, language) };
  const left = leftParams(view);
  if (view.state === 'met' || view.state === 'ended' || view.state === 'replaced') {
    const key = `deadline.${view.state}`;
    return { mark: 'done', short: { key, params: due }, sentence: { key: `${key}Sentence`, params: due } };
  }
  if (view.state === 'missed' && view.settledAt) {
    const key = view.onMissed === 'path' ? 'deadline.expired' : 'deadline.late';
    const params = { settled: moment(view.settledAt, language), ...due };
    return { mark: 'done', short: { key, params }, sentence: { key: `${key}Sentence`, params } };
  }
  if (view.state === 'paused') {
    const waits = view.pausedFor === 'supplement' ? 'deadline.pausedSupplement' : 'deadline.paused';
    return { mark: 'paused', short: { key: waits, params: {} }, sentence: { key: `${waits}Sentence`, params: due } };
  }
  if (view.state === 'missed' || view.remaining.amount < 0) {
    const params = { amount: Math.max(1, Math.abs(view.remaining.amount)), ...due };
    return {
      mark: 'over',
      short: { key: 'deadline.over', params },
      sentence: { key: 'deadline.overSentence', params },
    };
  }
  if (view.startsAt) {
    const params = { start: moment(view.startsAt, language), ...due };
    return {
      mark: 'waiting',
      short: { key: 'deadline.waiting', params },
      sentence: { key: 'deadline.waitingSentence', params },
    };
  }
  const lastDay = view.remaining.unit === 'min' || view.remaining.unit === 'h';
  const mark: DeadlineMark = lastDay || view.usedRatio >= NEAR ? 'near' : 'normal';
  if (lastDay) {
    const params = { ...left.params, time: timeOfDay(view.dueAt), day: shortDate(view.dueAt, language), ...due };
    const key = dueToday(view) ? 'deadline.today' : 'deadline.byTime';
    return { mark, short: { key, params }, sentence: { key: `${left.key}Sentence`, params } };
  }
  const params = { ...left.params, ...due };
  return { mark, short: { key: left.key, params }, sentence: { key: `${left.key}Sentence`, params } };
}

function moment(at: string, language: Language): string {
  return `${weekdayDate(at, language)} ${timeOfDay(at)}`;
}

function leftParams(view: DeadlineView): { key: string; params: Params } {
  const { amount, unit } = view.remaining;
  if (unit === 'wd') return { key: 'deadline.leftWorkingDays', params: { amount } };
  if (unit === 'd') return { key: 'deadline.leftDays', params: { amount } };
  const minutes = unit === 'h' ? amount * 60 : amount;
  return minutes < 60
    ? { key: 'deadline.leftMinutes', params: { minutes } }
    : { key: 'deadline.leftHours', params: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}

/** The server's now is the end less what is left. */
function dueToday(view: DeadlineView): boolean {
  const minutes = view.remaining.unit === 'h' ? view.remaining.amount * 60 : view.remaining.amount;
  return dayOf(new Date(new Date(view.dueAt).getTime() - minutes * 60_000)) === dayOf(view.dueAt);
}
