import { type Day, daysBetween } from '@huiying/working-time';

/**
 * Most defects of one kind within any `windowDays` that hold the day `on` (R10.4: the first day is day 0). What is recorded late still
 * counts with those that were registered around it.
 * @param days on which defects of the kind were registered, `on` among them
 */
export function mostWithin(days: readonly Day[], on: Day, windowDays: number): number {
  const inReach = days.filter((day) => Math.abs(daysBetween(day, on)) <= windowDays);
  const counts = inReach
    .filter((first) => first <= on && daysBetween(first, on) <= windowDays)
    .map((first) => inReach.filter((day) => day >= first && daysBetween(first, day) <= windowDays).length);
  return Math.max(0, ...counts);
}
