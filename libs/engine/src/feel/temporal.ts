import {
  DAY,
  civil,
  daysInMonth,
  epochDay,
  formatDate,
  formatFraction,
  formatOffset,
  formatTime,
  offsetAt,
  offsetOf,
  parseZone,
} from './calendar.js';
import type { Zone } from './calendar.js';

/** FEEL's temporal values. `toString` is FEEL's form; `toVariable` is Java's, which Zeebe writes into process variables. */
export class FeelDate {
  constructor(readonly epochDay: number) {}

  get parts() {
    return civil(this.epochDay);
  }

  /** Monday is 1. */
  get weekday(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  toString(): string {
    return formatDate(this.epochDay);
  }

  toVariable(): string {
    return this.toString();
  }
}

export class FeelTime {
  /** @param milli milliseconds since midnight */
  constructor(
    readonly milli: number,
    readonly zone?: Zone,
  ) {}

  /** Comparable among times that both have a zone or both have none. */
  get order(): number {
    return this.zone ? this.milli - this.zone.offset * 1000 : this.milli;
  }

  toString(): string {
    return formatTime(this.milli) + zoneSuffix(this.zone, undefined, '@');
  }

  toVariable(): string {
    return formatTime(this.milli, !this.zone) + zoneSuffix(this.zone, undefined, '@');
  }
}

export class FeelDateTime {
  /** @param local milliseconds since 1970-01-01T00:00 of the wall clock */
  constructor(
    readonly local: number,
    readonly zone?: Zone,
  ) {}

  static at(moment: number, zone: Zone): FeelDateTime {
    return new FeelDateTime(moment + offsetOf(zone, moment) * 1000, zone);
  }

  get date(): FeelDate {
    return new FeelDate(Math.floor(this.local / DAY));
  }

  get milli(): number {
    return this.local - Math.floor(this.local / DAY) * DAY;
  }

  /** Seconds east of Greenwich, undefined for a local value. */
  get offset(): number | undefined {
    return this.zone && offsetAt(this.zone, this.local);
  }

  /** The moment in milliseconds since 1970; of a local value, as if its clock were UTC. */
  get moment(): number {
    return this.local - (this.offset ?? 0) * 1000;
  }

  toString(): string {
    const named = this.zone?.id !== undefined;
    return `${this.date.toString()}T${formatTime(this.milli)}${named ? `@${this.zone?.id}` : zoneSuffix(this.zone, this.offset, '')}`;
  }

  toVariable(): string {
    const named = this.zone?.id === undefined ? '' : `[${this.zone.id}]`;
    const offset = this.offset === undefined ? '' : formatOffset(this.offset);
    return `${this.date.toString()}T${formatTime(this.milli, true)}${offset}${named}`;
  }
}

function zoneSuffix(zone: Zone | undefined, offset: number | undefined, mark: string): string {
  if (!zone) return '';
  return zone.id === undefined ? formatOffset(offset ?? zone.offset) : `${mark}${zone.id}`;
}

/** Days and time. */
export class FeelDuration {
  constructor(readonly milli: number) {}

  toString(): string {
    const size = Math.abs(this.milli);
    const days = Math.floor(size / DAY);
    const time = clockPart(size - days * DAY);
    if (size === 0) return 'P0D';
    return `${this.milli < 0 ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
  }

  /** PT26H: Java counts hours on and gives each part its own sign. */
  toVariable(): string {
    if (this.milli === 0) return 'PT0S';
    const size = Math.abs(this.milli);
    return `PT${clockPart(size, this.milli < 0 ? '-' : '')}`;
  }
}

function clockPart(size: number, sign = ''): string {
  const seconds = Math.floor(size / 1000);
  const fraction = formatFraction(size - seconds * 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = seconds % 60;
  return (
    (hours ? `${sign}${hours}H` : '') +
    (minutes ? `${sign}${minutes}M` : '') +
    (rest || fraction ? `${sign}${rest}${fraction}S` : '')
  );
}

/** Years and months. */
export class FeelPeriod {
  constructor(readonly months: number) {}

  toString(): string {
    if (this.months === 0) return 'P0Y';
    const size = Math.abs(this.months);
    const years = Math.floor(size / 12);
    return `${this.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${size % 12 ? `${size % 12}M` : ''}`;
  }

  toVariable(): string {
    if (this.months === 0) return 'P0D';
    const years = Math.trunc(this.months / 12);
    const months = this.months % 12;
    return `P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}`;
  }
}

export type Temporal = FeelDate | FeelTime | FeelDateTime | FeelDuration | FeelPeriod;

const DATE = /^([+-]?\d{4,9})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:@(.+)|([zZ]|[+-]\d{2}:?\d{2}(?::?\d{2})?)(?:\[(.+)\])?)?$/;
const DURATION = /^(-)?P(?:(-?\d+)D)?(?:T(?=[-\d])(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d+)?)S)?)?$/;
const PERIOD = /^(-)?P(?=[-\d])(?:(-?\d+)Y)?(?:(-?\d+)M)?$/;

export function dateOf(year: number, month: number, day: number): FeelDate | null {
  if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return new FeelDate(epochDay(year, month, day));
}

export function parseDate(text: string): FeelDate | null {
  const found = DATE.exec(text);
  return found && dateOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

export function timeOf(hour: number, minute: number, second: number, zone?: Zone): FeelTime | null {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second >= 60) return null;
  return new FeelTime((hour * 60 + minute) * 60_000 + Math.round(second * 1e9) / 1e6, zone);
}

export function parseTime(text: string): FeelTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const zoneText = found[5] ?? found[7] ?? found[6];
  const zone = zoneText === undefined ? undefined : parseZone(zoneText);
  if (zoneText !== undefined && !zone) return null;
  return timeOf(Number(found[1]), Number(found[2]), Number(found[3] ?? 0) + Number(found[4] ?? 0), zone);
}

/** Also a bare date, which means its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  if (!date) return null;
  if (split < 0) return new FeelDateTime(date.epochDay * DAY);
  const time = parseTime(text.slice(split + 1));
  return time && new FeelDateTime(date.epochDay * DAY + time.milli, time.zone);
}

export function parseDuration(text: string): FeelDuration | FeelPeriod | null {
  const period = PERIOD.exec(text);
  if (period) {
    const months = Number(period[2] ?? 0) * 12 + Number(period[3] ?? 0);
    return new FeelPeriod(period[1] ? -months : months);
  }
  const found = text === 'P' ? null : DURATION.exec(text);
  if (!found) return null;
  const [days, hours, minutes, seconds] = [2, 3, 4, 5].map((i) => Number(found[i] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const milli = ((days * 24 + hours) * 60 + minutes) * 60_000 + Math.round(seconds * 1e9) / 1e6;
  return new FeelDuration(found[1] ? -milli : milli);
}

/** What `@"…"` means. */
export function parseTemporal(text: string): Temporal | null {
  return parseDuration(text) ?? parseDate(text) ?? (text.includes('T') ? parseDateTime(text) : parseTime(text));
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: FeelDate, months: number): FeelDate {
  const { year, month, day } = date.parts;
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return new FeelDate(epochDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))));
}

export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const [a, b] = [from.parts, to.parts];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  return months < 0 && b.day > a.day ? months + 1 : months;
}

/** ISO week number. */
export function weekOfYear(date: FeelDate): number {
  const thursday = new FeelDate(date.epochDay + 4 - date.weekday);
  return Math.floor((thursday.epochDay - epochDay(thursday.parts.year, 1, 1)) / 7) + 1;
}

export function dayOfYear(date: FeelDate): number {
  return date.epochDay - epochDay(date.parts.year, 1, 1) + 1;
}
