import { addDays, at, dayOf, isWeekend, yearOf, type Day } from './civil-day.js';

/** Which days are worked, and when; a value, so that a limit can name the version it was computed with. */
export interface WorkCalendar {
  version: string;
  /** Days from Monday to Friday that are off. */
  daysOff: ReadonlySet<Day>;
  /** Saturdays and Sundays that are worked (调休). */
  makeUpDays: ReadonlySet<Day>;
  /** Years whose holidays the State Council has announced; what reaches into another year is provisional. */
  announcedYears: ReadonlySet<number>;
  /** Absent: the organisation takes in and works at any hour, a day ends at 23:59:59. */
  officeHours?: OfficeHours;
  /** Move the end of a limit of calendar days from a day off to the next working day (Civil Code 203); off by default. */
  moveToWorkingDay?: boolean;
}

/** Hours by season (R09.9). Seasons are sorted by `from`; the last one holds until the first of the next year. */
export interface OfficeHours {
  seasons: readonly Season[];
}

export interface Season {
  /** First day of the season, `MM-DD`. */
  from: string;
  /** Wall-clock spans `HH:mm` in order, the noon break between them. */
  spans: readonly Span[];
}

export interface Span {
  opens: string;
  closes: string;
}

/** The hours of D09: winter to 18:00, summer (1 May – 30 Sep) to 18:30 with the longer noon break. */
export const DEVELOPER_OFFICE_HOURS: OfficeHours = {
  seasons: [
    {
      from: '05-01',
      spans: [
        { opens: '08:00', closes: '12:00' },
        { opens: '14:30', closes: '18:30' },
      ],
    },
    {
      from: '10-01',
      spans: [
        { opens: '08:00', closes: '12:00' },
        { opens: '14:00', closes: '18:00' },
      ],
    },
  ],
};

/** Nobody plans further; a calendar without a working day in ten years is a mistake, not an answer. */
const LONGEST_SEARCH_DAYS = 3_660;

export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  return isWeekend(day) ? calendar.makeUpDays.has(day) : !calendar.daysOff.has(day);
}

/** The n-th working day after a day, the day itself not counted; 0 gives the day itself. */
export function addWorkingDays(day: Day, days: number, calendar: WorkCalendar): Day {
  let current = day;
  for (let left = days, searched = 0; left > 0; searched++) {
    if (searched > LONGEST_SEARCH_DAYS + days * 7) throw new RangeError('the calendar has no working days');
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left--;
  }
  return current;
}

/** Working days after `after` up to and with `until`. */
export function workingDaysBetween(after: Day, until: Day, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** The day itself when it is worked, else the next one that is. */
export function workingDayFrom(day: Day, calendar: WorkCalendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** Wall-clock spans of a working day; empty without office hours or on a day off. */
export function spansOf(day: Day, calendar: WorkCalendar): readonly Span[] {
  const seasons = calendar.officeHours?.seasons ?? [];
  if (seasons.length === 0 || !isWorkingDay(day, calendar)) return [];
  const monthDay = day.slice(5);
  const season = seasons.findLast(({ from }) => from <= monthDay) ?? seasons[seasons.length - 1];
  return season?.spans ?? [];
}

/** The instant at which a day of work ends, undefined without office hours or on a day off. */
export function closingTime(day: Day, calendar: WorkCalendar): Date | undefined {
  const last = spansOf(day, calendar).at(-1);
  return last && at(day, last.closes);
}

/**
 * When a limit begins that something at `from` calls for: at once where the office is open or keeps no hours, else at the
 * next opening (R09.9). The closing second itself is outside.
 */
export function startsCounting(from: Date, calendar: WorkCalendar): Date {
  if (!calendar.officeHours?.seasons.length) return from;
  for (let day = workingDayFrom(dayOf(from), calendar); ; day = addWorkingDays(day, 1, calendar)) {
    for (const { opens, closes } of spansOf(day, calendar)) {
      if (from < at(day, opens)) return at(day, opens);
      if (from < at(day, closes)) return from;
    }
  }
}

/** True when the stretch reaches into a year whose holidays are not announced. */
export function isProvisional(from: Day, until: Day, calendar: WorkCalendar): boolean {
  for (let year = yearOf(from); year <= yearOf(until); year++) if (!calendar.announcedYears.has(year)) return true;
  return false;
}
