import type { LimitUnit, RemainingTime } from '@huiying/contracts';
import { addWorkingDays, isWorkingDay, workingDaysBetween, type WorkCalendar } from './calendar.js';
import { addDays, dayOf, daysBetween, startOfDay, type Day } from './civil-day.js';
import { missedFrom } from './limit.js';

/** A limit under way: where it began, where it ends, and when it stood still. */
export interface Course {
  unit: LimitUnit;
  startsAt: Date;
  dueAt: Date;
  pauses: readonly { from: Date; until?: Date }[];
}

/** When a limit warns: at a share of its budget, or on the n-th day in the limit's unit (R11.12#serve: working day 5). */
export type WarnAt = { ratio: number } | { amount: number };

/** Share of the budget that is used: 0 before the start, 1 at the end, above 1 when missed. Days off and pauses do not count. */
export function usedRatio(course: Course, now: Date, calendar: WorkCalendar): number {
  const total = activeMs(course, course.startsAt, course.dueAt, calendar);
  const end = pausedSince(course) ?? now;
  if (end <= course.startsAt) return 0;
  const used = activeMs(course, course.startsAt, end, calendar);
  if (total > 0) return used / total;
  return end > course.dueAt ? 1 + (end.getTime() - course.dueAt.getTime()) / 86_400_000 : 1;
}

/** The instant at which a running limit warns; never before its start, never after its end. */
export function warnInstant(course: Course, warnAt: WarnAt, calendar: WorkCalendar): Date {
  return 'ratio' in warnAt ? atRatio(course, warnAt.ratio, calendar) : onDay(course, warnAt.amount, calendar);
}

/** What a row says is left: whole days of the limit's unit, minutes on the last day, days over (negative) when missed. */
export function remaining(course: Course, now: Date, calendar: WorkCalendar): RemainingTime {
  const reference = pausedSince(course) ?? now;
  if (reference >= missedFrom(course.dueAt)) {
    return { amount: -Math.max(1, daysBetween(dayOf(course.dueAt), dayOf(reference))), unit: 'd' };
  }
  const today = dayOf(reference);
  const last = dayOf(course.dueAt);
  if (today === last || course.unit === 'h') {
    return { amount: Math.max(0, Math.ceil((course.dueAt.getTime() - reference.getTime()) / 60_000)), unit: 'min' };
  }
  return course.unit === 'wd'
    ? { amount: workingDaysBetween(today, last, calendar), unit: 'wd' }
    : { amount: daysBetween(today, last), unit: 'd' };
}

function atRatio(course: Course, ratio: number, calendar: WorkCalendar): Date {
  let left = activeMs(course, course.startsAt, course.dueAt, calendar) * ratio;
  for (const stretch of activeStretches(course, course.startsAt, course.dueAt, calendar)) {
    const length = stretch.until - stretch.from;
    if (left <= length) return new Date(stretch.from + left);
    left -= length;
  }
  return course.dueAt;
}

/** Morning of the n-th day: warned on 10 October for five working days from 28 September 2026. */
function onDay(course: Course, amount: number, calendar: WorkCalendar): Date {
  const day0 = dayOf(course.startsAt);
  const day = course.unit === 'wd' ? addWorkingDays(day0, amount, calendar) : addDays(day0, amount);
  const morning = startOfDay(day);
  if (morning < course.startsAt) return course.startsAt;
  return morning > course.dueAt ? course.dueAt : morning;
}

function pausedSince(course: Course): Date | undefined {
  return course.pauses.find(({ until }) => until === undefined)?.from;
}

function activeMs(course: Course, from: Date, until: Date, calendar: WorkCalendar): number {
  let sum = 0;
  for (const stretch of activeStretches(course, from, until, calendar)) sum += stretch.until - stretch.from;
  return sum;
}

interface Stretch {
  from: number;
  until: number;
}

/** Time in which the limit runs, day by day: only working days for wd, without its pauses. */
function* activeStretches(course: Course, from: Date, until: Date, calendar: WorkCalendar): Generator<Stretch> {
  for (let day: Day = dayOf(from); startOfDay(day) < until; day = addDays(day, 1)) {
    if (course.unit === 'wd' && !isWorkingDay(day, calendar)) continue;
    let stretches: Stretch[] = [
      {
        from: Math.max(startOfDay(day).getTime(), from.getTime()),
        until: Math.min(startOfDay(addDays(day, 1)).getTime(), until.getTime()),
      },
    ];
    for (const pause of course.pauses) stretches = stretches.flatMap((stretch) => without(stretch, pause));
    yield* stretches.filter((stretch) => stretch.until > stretch.from);
  }
}

function without(stretch: Stretch, pause: { from: Date; until?: Date }): Stretch[] {
  const begin = pause.from.getTime();
  const end = pause.until?.getTime() ?? Number.POSITIVE_INFINITY;
  if (end <= stretch.from || begin >= stretch.until) return [stretch];
  return [
    { from: stretch.from, until: begin },
    { from: end, until: stretch.until },
  ].filter(({ from, until }) => until > from);
}
