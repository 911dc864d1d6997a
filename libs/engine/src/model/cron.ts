/** A cron expression with seconds, as Spring's CronExpression reads it: second minute hour day-of-month month day-of-week. */
export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly matchesDay: (date: Date) => boolean;
}

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400_000;
/** Two leap cycles: what does not come up by then never does (30 February). */
const HORIZON_DAYS = 366 * 8;

export function parseCron(text: string): Cron | undefined {
  const fields = (MACROS[text.trim().toLowerCase()] ?? text).trim().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [seconds, minutes, hours, months] = [
    parseField(fields[0]!, 0, 59),
    parseField(fields[1]!, 0, 59),
    parseField(fields[2]!, 0, 23),
    parseField(named(fields[4]!, MONTHS, 1), 1, 12),
  ];
  const dayOfMonth = parseDayOfMonth(fields[3]!);
  const dayOfWeek = parseDayOfWeek(named(fields[5]!, DAYS, 0));
  if (!seconds || !minutes || !hours || !months || !dayOfMonth || !dayOfWeek) return undefined;
  return { seconds, minutes, hours, months, matchesDay: (date) => dayOfMonth(date) && dayOfWeek(date) };
}

/** The first moment after `after` (epoch milliseconds, UTC) that matches. */
export function nextCron(cron: Cron, after: number): number | undefined {
  const start = Math.floor(after / 1000) * 1000 + 1000;
  let day = Math.floor(start / DAY) * DAY;
  for (let n = 0; n < HORIZON_DAYS; n++, day += DAY) {
    const date = new Date(day);
    if (!cron.months.has(date.getUTCMonth() + 1) || !cron.matchesDay(date)) continue;
    const time = firstTime(cron, Math.max(0, start - day) / 1000);
    if (time !== undefined) return day + time * 1000;
  }
  return undefined;
}

/** The first second of a day, not before `from`, that matches. */
function firstTime(cron: Cron, from: number): number | undefined {
  for (const hour of cron.hours)
    for (const minute of cron.minutes) {
      const base = hour * 3600 + minute * 60;
      if (base + 59 < from) continue;
      for (const second of cron.seconds) if (base + second >= from) return base + second;
    }
  return undefined;
}

/** Numbers in ascending order: list, range, step, star. */
function parseField(field: string, low: number, high: number): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(\*|\?)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) return undefined;
    const [, star, first, last, step] = match;
    const from = star ? low : Number(first);
    const to = star ? high : last !== undefined ? Number(last) : step ? high : from;
    const by = step ? Number(step) : 1;
    if (from < low || to > high || from > to || by < 1) return undefined;
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return new Set([...values].sort((a, b) => a - b));
}

function named(field: string, names: readonly string[], first: number): string {
  return field.replace(/[A-Za-z]{3,}/g, (name) => {
    const index = names.indexOf(name.toUpperCase());
    return index < 0 ? name : String(index + first);
  });
}

const lastDay = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

function parseDayOfMonth(field: string): ((date: Date) => boolean) | undefined {
  const last = /^L(?:-(\d+))?$/.exec(field);
  if (last) return (date) => date.getUTCDate() === lastDay(date) - Number(last[1] ?? 0);
  if (field === 'LW') return (date) => date.getUTCDate() === nearestWeekday(date, lastDay(date));
  const weekday = /^(\d+)W$/.exec(field);
  if (weekday) return (date) => date.getUTCDate() === nearestWeekday(date, Number(weekday[1]));
  const days = parseField(field, 1, 31);
  return days && ((date) => days.has(date.getUTCDate()));
}

/** The day from Monday to Friday that is nearest to a day of the month, within the month. */
function nearestWeekday(date: Date, day: number): number {
  const end = lastDay(date);
  const target = Math.min(day, end);
  const week = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), target)).getUTCDay();
  if (week === 6) return target > 1 ? target - 1 : target + 2;
  if (week === 0) return target < end ? target + 1 : target - 2;
  return target;
}

function parseDayOfWeek(field: string): ((date: Date) => boolean) | undefined {
  const nth = /^([0-7])#([1-5])$/.exec(field);
  if (nth) {
    const [day, number] = [Number(nth[1]) % 7, Number(nth[2])];
    return (date) => date.getUTCDay() === day && Math.ceil(date.getUTCDate() / 7) === number;
  }
  const last = /^([0-7])L$/.exec(field);
  if (last) {
    const day = Number(last[1]) % 7;
    return (date) => date.getUTCDay() === day && date.getUTCDate() + 7 > lastDay(date);
  }
  const days = parseField(field, 0, 7);
  return days && ((date) => days.has(date.getUTCDay()) || (date.getUTCDay() === 0 && days.has(7)));
}
