import chineseDays from 'chinese-days';
import type { OfficeHours, WorkCalendar } from './calendar.js';
import { addDays, dayOf, isWeekend, yearOf, type Day } from './civil-day.js';

/** Days of one year that differ from Monday–Friday; start value of the operator's table. */
export interface CalendarYearSeed {
  year: number;
  daysOff: Day[];
  makeUpDays: Day[];
  /** False: the State Council has not announced this year, only the days fixed by law stand. */
  announced: boolean;
}

const FIRST_YEAR = 2024;

/** Off in every year by the decree on public holidays; all other days wait for the yearly announcement. */
const FIXED_BY_LAW = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Seed rows from 2024 to `lastYear`, from the data of the package `chinese-days`. */
export function calendarSeed(lastYear: number): CalendarYearSeed[] {
  const years: CalendarYearSeed[] = [];
  for (let year = FIRST_YEAR; year <= lastYear; year++) years.push(seedOf(year));
  return years;
}

/** A calendar from seed rows. */
export function calendarOf(
  version: string,
  years: readonly CalendarYearSeed[],
  officeHours?: OfficeHours,
): WorkCalendar {
  return {
    version,
    daysOff: new Set(years.flatMap(({ daysOff }) => daysOff)),
    makeUpDays: new Set(years.flatMap(({ makeUpDays }) => makeUpDays)),
    announcedYears: new Set(years.filter(({ announced }) => announced).map(({ year }) => year)),
    ...(officeHours && { officeHours }),
  };
}

const known = new Map<string, WorkCalendar>();

/** The public holidays of the years before an instant and of the one after it, without anybody's office hours. */
export function holidaysAround(instant: Date): WorkCalendar {
  const lastYear = yearOf(dayOf(instant)) + 1;
  const version = `seed-${lastYear}`;
  const calendar = known.get(version) ?? calendarOf(version, calendarSeed(lastYear));
  known.set(version, calendar);
  return calendar;
}

function seedOf(year: number): CalendarYearSeed {
  const daysOff: Day[] = [];
  const makeUpDays: Day[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const worked = isWorked(day);
    if (isWeekend(day) && worked) makeUpDays.push(day);
    if (!isWeekend(day) && !worked) daysOff.push(day);
  }
  const announced = daysOff.length > 0;
  if (announced) return { year, daysOff, makeUpDays, announced };
  const byLaw = FIXED_BY_LAW.map((monthDay) => `${year}-${monthDay}`).filter((day) => !isWeekend(day));
  return { year, daysOff: byLaw, makeUpDays: [], announced };
}

/**
 * What was announced of a day, by its name in two languages; else its day of the week, as we know it: the package's is that of the zone of
 * the machine (TZ), west of Greenwich the one before.
 */
function isWorked(day: Day): boolean {
  const { name, work } = chineseDays.getDayDetail(day);
  return name.includes(',') ? work : !isWeekend(day);
}
