import { civil, daysInMonth, epochDay } from '../calendar.js';
import { systemZone } from '../system-zone.js';
import { FeelDate, FeelDateTime, dayOfYear, weekOfYear } from '../temporal.js';
import type { Value } from '../value.js';
import { overloaded, signature } from './builtin.js';
import type { Builtin } from './builtin.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const ofDate = (run: (date: FeelDate) => Value): Builtin =>
  overloaded(
    signature({ date: 'date' }, ({ date }) => run(date)),
    signature({ date: 'dateTime' }, ({ date }) => run(date.date)),
  );

function lastDayOfMonth(date: FeelDate): FeelDate {
  const { year, month } = civil(date.epochDay);
  return new FeelDate(epochDay(year, month, daysInMonth(year, month)));
}

export const temporalBuiltins: Record<string, Builtin> = {
  now: overloaded(signature({}, (_given, now) => FeelDateTime.at(now, systemZone()))),
  today: overloaded(signature({}, (_given, now) => FeelDateTime.at(now, systemZone()).date)),
  'day of week': ofDate((date) => DAYS[date.weekday - 1] ?? null),
  'day of year': ofDate(dayOfYear),
  'week of year': ofDate(weekOfYear),
  'month of year': ofDate((date) => MONTHS[date.parts.month - 1] ?? null),
  'last day of month': ofDate(lastDayOfMonth),
  // Zeebe's own, for timers: the text of a cycle
  cycle: overloaded(
    signature({ repetitions: 'number', interval: 'duration' }, ({ repetitions, interval }) =>
      cycle(repetitions, interval),
    ),
    signature({ repetitions: 'number', interval: 'period' }, ({ repetitions, interval }) =>
      cycle(repetitions, interval),
    ),
    signature({ interval: 'duration' }, ({ interval }) => cycle('', interval)),
    signature({ interval: 'period' }, ({ interval }) => cycle('', interval)),
  ),
};

const cycle = (repetitions: number | '', interval: { toString(): string }): string =>
  `R${String(repetitions)}/${interval.toString()}`;
