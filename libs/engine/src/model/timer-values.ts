import { nextCron, parseCron } from './cron.js';
import type { TimerKind } from './process-model.js';

/** When a timer is due. */
export interface Schedule {
  readonly dueDate: number;
  /** How often it fires; -1 without end. */
  readonly repetitions: number;
  readonly interval?: string;
}

const DURATION =
  /^([+-])?P(?=.)(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(?:T(?=.)(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+(?:\.\d+)?)S)?)?$/;
const CYCLE = /^R(\d*)\/(?:([^/P][^/]*)\/)?([+-]?P.+)$/;
const DATE = /^\d{4,}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** The schedule of a timer's value from now on; undefined when the text is none of its kind. */
export function scheduleOf(kind: TimerKind, value: string, now: number): Schedule | undefined {
  if (kind === 'DURATION') {
    const dueDate = addDuration(now, value);
    return dueDate === undefined ? undefined : { dueDate, repetitions: 1 };
  }
  if (kind === 'DATE') {
    const dueDate = parseDate(value);
    return dueDate === undefined ? undefined : { dueDate, repetitions: 1 };
  }
  return cycleOf(value, now);
}

/** The due date after one; undefined for a timer that does not repeat. */
export function nextDueDate(interval: string, after: number): number | undefined {
  if (/^[+-]?P/.test(interval)) return addDuration(after, interval);
  const cron = parseCron(interval);
  return cron && nextCron(cron, after);
}

function cycleOf(value: string, now: number): Schedule | undefined {
  const cycle = CYCLE.exec(value);
  if (!cycle) {
    const cron = parseCron(value);
    const dueDate = cron && nextCron(cron, now);
    return dueDate === undefined ? undefined : { dueDate, repetitions: -1, interval: value };
  }
  const [, count, start, interval] = cycle;
  const dueDate = start ? parseDate(start) : addDuration(now, interval!);
  if (dueDate === undefined || addDuration(now, interval!) === undefined) return undefined;
  return { dueDate, repetitions: count ? Number(count) : -1, interval };
}

/** An ISO date and time with offset; a zone in brackets, as FEEL writes it, is read from its offset. */
export function parseDate(value: string): number | undefined {
  const plain = value.trim().replace(/\[[^\]]*\]$/, '');
  if (!DATE.test(plain)) return undefined;
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(plain) ? plain : `${plain}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** ISO 8601; years and months by the calendar in UTC. */
export function addDuration(from: number, iso: string): number | undefined {
  const match = DURATION.exec(iso.trim());
  if (!match) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => sign * Number(part ?? 0));
  const date = new Date(from);
  if (years || months) addMonths(date, years! * 12 + months!);
  return (
    date.getTime() + ((weeks! * 7 + days!) * 24 + hours!) * 3_600_000 + minutes! * 60_000 + Math.round(seconds! * 1000)
  );
}

/** A month later, but not past its last day: 31 January and one month are 28 or 29 February. */
function addMonths(date: Date, months: number): void {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
}
