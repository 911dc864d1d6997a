import { IANAZone } from 'luxon';

/** Calendar arithmetic on numbers: days since 1970-01-01, milliseconds of a day, offsets in seconds. */
export const DAY = 86_400_000;

export function epochDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return epochDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - epochDay(year, month, 1);
}

/** A time zone: a fixed offset (`id` undefined) or a named zone, whose offset depends on the moment. */
export interface Zone {
  id: string | undefined;
  /** Seconds east of Greenwich; of a named zone without meaning. */
  offset: number;
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?$/;

/** `Z`, `+02:00` or a name such as `Asia/Shanghai`; undefined when there is no such zone. */
export function parseZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return { id: undefined, offset: 0 };
  const fixed = OFFSET.exec(text);
  if (fixed) {
    const seconds = Number(fixed[2]) * 3600 + Number(fixed[3]) * 60 + Number(fixed[4] ?? 0);
    return seconds > 64_800 ? undefined : { id: undefined, offset: fixed[1] === '-' ? -seconds : seconds };
  }
  return IANAZone.isValidZone(text) ? { id: text, offset: 0 } : undefined;
}

/** Offset in seconds that the zone has when its clocks show `local` (milliseconds as if they were UTC). */
export function offsetAt(zone: Zone, local: number): number {
  if (zone.id === undefined) return zone.offset;
  const named = IANAZone.create(zone.id);
  const guess = named.offset(local) * 60_000;
  const second = named.offset(local - guess) * 60_000;
  return (guess === second ? guess : Math.min(second, named.offset(local - second) * 60_000)) / 1000;
}

/** Offset in seconds that the zone has at a moment (milliseconds since 1970). */
export function offsetOf(zone: Zone, moment: number): number {
  return zone.id === undefined ? zone.offset : IANAZone.create(zone.id).offset(moment) * 60;
}

const two = (n: number) => String(n).padStart(2, '0');

export function formatOffset(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${rest}`;
}

export function formatDate(day: number): string {
  const { year, month, day: dayOfMonth } = civil(day);
  const size = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : year > 9999 ? '+' : ''}${size}-${two(month)}-${two(dayOfMonth)}`;
}

/** `short` leaves out seconds that are zero, as Java's toString does. */
export function formatTime(milli: number, short = false): string {
  const seconds = Math.floor(milli / 1000);
  const fraction = milli - seconds * 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  if (short && seconds % 60 === 0 && fraction === 0) return clock;
  return `${clock}:${two(seconds % 60)}${formatFraction(fraction)}`;
}

/** `fraction` in milliseconds, below 1000. */
export function formatFraction(fraction: number): string {
  if (fraction === 0) return '';
  return `.${String(Math.round(fraction * 1e6))
    .padStart(9, '0')
    .replace(/0+$/, '')}`;
}
