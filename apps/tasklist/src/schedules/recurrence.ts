import { addDays, daysBetween, isDay, isWorkingDay, type Day, type WorkCalendar } from '@huiying/working-time';

/** When something comes round again, as decision `schedules` says it. */
export type Recurrence =
  /** Every calendar day, Sundays and holidays too (R07.8). */
  | { kind: 'daily' }
  /** The last day of every n-th month, counted so that the year ends one: 1 monthly, 3 quarterly, 12 on 31 December. */
  | { kind: 'month-end'; every: number }
  /** About the month before; due on the last working day of the first Mon–Sun week with so many working days in the month (R09.8). */
  | { kind: 'first-week'; minimum: number }
  /** Every n months from a first day; a month without that day takes its last one. */
  | { kind: 'months'; every: number; firstOn: Day }
  /** When a year is over: 31 December 24:00, about the year that ended (R11.9). */
  | { kind: 'after-year' };

/** One coming round: it begins at 00:00 of `startsOn`, is due at the end of `dueOn`, and is about the days from `from` to `until`. */
export interface Occurrence {
  /** `2026-03-01`, `2026-03`, `2026-Q1`, `2026` or `2026-01.2026-06`: the same for the same days, whenever it is computed. */
  period: string;
  startsOn: Day;
  dueOn: Day;
  from: Day;
  until: Day;
}

/** A month as a number, so that n months later is a sum: January 2026 = 2026 × 12. */
type Month = number;

const LONGEST_SEARCH_MONTHS = 600;

/** The first occurrence that begins after a day. @throws RangeError for a recurrence that never comes */
export function nextAfter(recurrence: Recurrence, after: Day, calendar: WorkCalendar): Occurrence {
  if (recurrence.kind === 'daily') {
    const day = addDays(after, 1);
    return { period: day, startsOn: day, dueOn: day, from: day, until: day };
  }
  const begin = monthOf(after);
  for (let month = begin; month <= begin + LONGEST_SEARCH_MONTHS; month++) {
    const found = inMonth(recurrence, month, calendar);
    if (found && found.startsOn > after) return found;
  }
  throw new RangeError(`a recurrence of kind ${recurrence.kind} never comes`);
}

function inMonth(
  recurrence: Exclude<Recurrence, { kind: 'daily' }>,
  month: Month,
  calendar: WorkCalendar,
): Occurrence | undefined {
  switch (recurrence.kind) {
    case 'month-end': {
      if ((month + 1) % recurrence.every !== 0) return undefined;
      const day = lastDay(month);
      return { ...about(month - recurrence.every + 1, month), startsOn: day, dueOn: day };
    }
    case 'first-week': {
      const worked = firstWorkingWeek(month, recurrence.minimum, calendar);
      const [first, last] = [worked[0], worked.at(-1)];
      return first && last ? { ...about(month - 1, month - 1), startsOn: first, dueOn: last } : undefined;
    }
    case 'months': {
      const { every, firstOn } = recurrence;
      const since = month - monthOf(firstOn);
      if (since < 0 || since % every !== 0) return undefined;
      const day = dayInMonth(month, Number(firstOn.slice(8)));
      const until = addDays(day, -1);
      const from = dayInMonth(month - every, Number(firstOn.slice(8)));
      return { period: day, startsOn: day, dueOn: day, from, until };
    }
    case 'after-year': {
      if (month % 12 !== 0) return undefined;
      const day = firstDay(month);
      return { ...about(month - 12, month - 1), startsOn: day, dueOn: day };
    }
  }
}

/** Working days, within the month, of its first Mon–Sun week that has enough of them. */
function firstWorkingWeek(month: Month, minimum: number, calendar: WorkCalendar): Day[] {
  let worked: Day[] = [];
  for (let day = firstDay(month); day <= lastDay(month); day = addDays(day, 1)) {
    if (isMonday(day)) worked = [];
    if (isWorkingDay(day, calendar)) worked.push(day);
    if (isMonday(addDays(day, 1)) && worked.length >= minimum) return worked;
  }
  return worked.length >= minimum ? worked : [];
}

function about(from: Month, until: Month): Pick<Occurrence, 'period' | 'from' | 'until'> {
  return { period: periodOf(from, until), from: firstDay(from), until: lastDay(until) };
}

function periodOf(from: Month, until: Month): string {
  const year = Math.floor(until / 12);
  const months = until - from + 1;
  if (months === 1) return nameOf(from);
  if (months === 3 && from % 3 === 0) return `${year}-Q${Math.floor((from % 12) / 3) + 1}`;
  if (months === 12 && from % 12 === 0) return String(year);
  return `${nameOf(from)}.${nameOf(until)}`;
}

function monthOf(day: Day): Month {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function nameOf(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function firstDay(month: Month): Day {
  return `${nameOf(month)}-01`;
}

function lastDay(month: Month): Day {
  return addDays(firstDay(month + 1), -1);
}

function dayInMonth(month: Month, dayOfMonth: number): Day {
  const day = `${nameOf(month)}-${String(dayOfMonth).padStart(2, '0')}`;
  return isDay(day) ? day : lastDay(month);
}

const A_MONDAY: Day = '2026-03-02';

function isMonday(day: Day): boolean {
  return daysBetween(A_MONDAY, day) % 7 === 0;
}
