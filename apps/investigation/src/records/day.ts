/** Calendar day in Asia/Shanghai, `yyyy-MM-dd` (no daylight saving time since 1991, so the offset is fixed). */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Is it a day of the calendar, `yyyy-MM-dd`? */
export function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** A moment that a form says (a day counts as its beginning in Shanghai), ISO 8601 with offset; undefined when it says none. */
export function momentOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+08:00` : value;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
