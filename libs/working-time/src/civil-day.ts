/** A civil day in China, `YYYY-MM-DD`. */
export type Day = string;

/** China keeps one zone and no summer time since 1991; every case of this product is younger. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
export const SECOND_MS = 1_000;
export const HOUR_MS = 3_600_000;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** True for an existing day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** The civil day on which an instant lies. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + ZONE_MS).toISOString().slice(0, 10);
}

/** The minute in which an instant lies, as people read it: `YYYY-MM-DD HH:mm`. */
export function minuteOf(instant: Date): string {
  return new Date(instant.getTime() + ZONE_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** 00:00 of a day. */
export function startOfDay(day: Day): Date {
  return new Date(dayNumber(day) * DAY_MS - ZONE_MS);
}

/** 23:59:59, the last second that still belongs to the day: what a limit of days shows as its end. */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS - SECOND_MS);
}

/** The instant of a wall-clock time `HH:mm` on a day. */
export function at(day: Day, time: string): Date {
  const parts = TIME_PATTERN.exec(time);
  if (!parts) throw new RangeError(`not a time of day: ${time}`);
  return new Date(startOfDay(day).getTime() + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000);
}

export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** True for Saturday and Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(dayNumber(day) * DAY_MS).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** ISO 8601 with the offset of China, seconds exact: `2026-03-05T23:59:59+08:00`. */
export function toLocalIso(instant: Date): string {
  const local = new Date(instant.getTime() + ZONE_MS).toISOString();
  return `${local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)}+08:00`;
}

function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}
