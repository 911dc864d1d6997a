import type { LimitUnit } from '@huiying/contracts';
import {
  addWorkingDays,
  closingTime,
  isProvisional,
  startsCounting,
  workingDayFrom,
  workingDaysBetween,
  type WorkCalendar,
} from './calendar.js';
import { addDays, dayOf, daysBetween, endOfDay, HOUR_MS, SECOND_MS, type Day } from './civil-day.js';

/** How long something may take. The day of the start is day 0 unless `countsStartDay` (R11.7). */
export interface Budget {
  unit: LimitUnit;
  /** In the unit; for same-day and date it is not read. */
  amount: number;
  countsStartDay?: boolean;
  /** The agreed or planned day of unit `date`. */
  date?: Day;
}

/** A limit as computed: `startsAt` is later than the cause where that lay outside office hours. */
export interface Term {
  startsAt: Date;
  /** Last second in time; the limit is missed one second later. */
  dueAt: Date;
  provisional: boolean;
}

/** When something that began at `from` is due. */
export function termOf(budget: Budget, from: Date, calendar: WorkCalendar): Term {
  const startsAt = budget.unit === 'h' || budget.unit === 'date' ? from : startsCounting(from, calendar);
  const dueAt = endOf(budget, startsAt, calendar);
  return { startsAt, dueAt, provisional: isProvisional(dayOf(startsAt), dayOf(dueAt), calendar) };
}

/** The end alone; see {@link termOf}. */
export function dueAt(budget: Budget, from: Date, calendar: WorkCalendar): Date {
  return termOf(budget, from, calendar).dueAt;
}

/** The first instant at which the limit counts as missed: 5 Mar 23:59:59 is in time, 6 Mar 00:00 is not. */
export function missedFrom(due: Date): Date {
  return new Date(due.getTime() + SECOND_MS);
}

/**
 * Amount for a key customer (R12.4): the factor on limits of one day or more, rounded up to whole units; hours, same day
 * and dates stay.
 */
export function keyCustomerAmount(amount: number, unit: LimitUnit, factor: number): number {
  return unit === 'd' || unit === 'wd' ? Math.max(1, Math.ceil(amount * factor)) : amount;
}

/** A pause that ended: the units it took, and the end they move the limit to. */
export interface Resumption {
  units: number;
  dueAt: Date;
}

/** Moves the end of a limit by the units between pause and resumption (R01.2: 3 Mar – 6 Mar = 3 working days). */
export function resumeTerm(
  unit: LimitUnit,
  due: Date,
  pausedAt: Date,
  resumedAt: Date,
  calendar: WorkCalendar,
): Resumption {
  const paused = dayOf(pausedAt);
  const resumed = dayOf(resumedAt);
  switch (unit) {
    case 'wd': {
      const units = workingDaysBetween(paused, resumed, calendar);
      return { units, dueAt: shiftTerm(unit, due, units, calendar) };
    }
    case 'd':
    case 'date': {
      const units = Math.max(0, daysBetween(paused, resumed));
      return { units, dueAt: shiftTerm(unit, due, units, calendar) };
    }
    case 'h': {
      const units = Math.max(0, resumedAt.getTime() - pausedAt.getTime()) / HOUR_MS;
      return { units, dueAt: shiftTerm(unit, due, units, calendar) };
    }
    case 'same-day': {
      const units = Math.max(0, daysBetween(paused, resumed));
      const today = endOf({ unit, amount: 0 }, startsCounting(resumedAt, calendar), calendar);
      return { units, dueAt: units > 0 && today > due ? today : due };
    }
  }
}

/** Moves an end by whole units of the limit; what an extension and a pause do. */
export function shiftTerm(unit: LimitUnit, due: Date, units: number, calendar: WorkCalendar): Date {
  if (units <= 0) return due;
  switch (unit) {
    case 'wd':
      return endOfDay(addWorkingDays(dayOf(due), units, calendar));
    case 'h':
      return new Date(due.getTime() + units * HOUR_MS);
    case 'd':
    case 'date':
      return moved(endOfDay(addDays(dayOf(due), units)), calendar);
    case 'same-day':
      return endOfDay(addDays(dayOf(due), units));
  }
}

function endOf(budget: Budget, startsAt: Date, calendar: WorkCalendar): Date {
  const day0 = dayOf(startsAt);
  const days = budget.countsStartDay ? budget.amount - 1 : budget.amount;
  switch (budget.unit) {
    case 'd':
      return moved(endOfDay(addDays(day0, days)), calendar);
    case 'wd':
      return endOfDay(addWorkingDays(budget.countsStartDay ? workingDayFrom(day0, calendar) : day0, days, calendar));
    case 'h':
      return new Date(startsAt.getTime() + budget.amount * HOUR_MS);
    case 'same-day':
      return closingTime(day0, calendar) ?? endOfDay(day0);
    case 'date':
      if (!budget.date) throw new RangeError('a limit of unit date needs its date');
      return endOfDay(budget.date);
  }
}

function moved(due: Date, calendar: WorkCalendar): Date {
  return calendar.moveToWorkingDay ? endOfDay(workingDayFrom(dayOf(due), calendar)) : due;
}
