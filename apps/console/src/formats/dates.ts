import type { Language } from '../words/translate.js';

/** Dates as console.md §12 writes them, always in Shanghai's time, 24-hour clock. Input: ISO 8601, or a day `YYYY-MM-DD`. */

const ZONE = 'Asia/Shanghai';

interface DateParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  weekday: string;
}

const partsOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS: Record<string, string> = {
  Mon: '周一',
  Tue: '周二',
  Wed: '周三',
  Thu: '周四',
  Fri: '周五',
  Sat: '周六',
  Sun: '周日',
};

function instant(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00+08:00` : iso);
}

function split(iso: string | Date): DateParts {
  const parts: Record<string, string> = {};
  for (const part of partsOf.formatToParts(typeof iso === 'string' ? instant(iso) : iso)) parts[part.type] = part.value;
  return parts as unknown as DateParts;
}

const month = (parts: DateParts) => MONTHS[Number(parts.month) - 1] ?? '';

/** 2026年3月2日 周一 15:04 · Mon 2 Mar 2026, 15:04 */
export function longDate(iso: string, language: Language): string {
  const p = split(iso);
  return language === 'en'
    ? `${p.weekday} ${Number(p.day)} ${month(p)} ${p.year}, ${p.hour}:${p.minute}`
    : `${p.year}年${Number(p.month)}月${Number(p.day)}日 ${WEEKDAYS[p.weekday]} ${p.hour}:${p.minute}`;
}

/** 3月2日 15:04 · 2 Mar, 15:04 */
export function shortDate(iso: string, language: Language): string {
  const p = split(iso);
  return `${dayDate(iso, language)}${language === 'en' ? ', ' : ' '}${p.hour}:${p.minute}`;
}

/** 3月2日 · 2 Mar */
export function dayDate(iso: string, language: Language): string {
  const p = split(iso);
  return language === 'en' ? `${Number(p.day)} ${month(p)}` : `${Number(p.month)}月${Number(p.day)}日`;
}

/** 3月5日 周四 · Thu 5 Mar */
export function weekdayDate(iso: string, language: Language): string {
  const p = split(iso);
  return language === 'en'
    ? `${p.weekday} ${dayDate(iso, language)}`
    : `${dayDate(iso, language)} ${WEEKDAYS[p.weekday]}`;
}

/** 2026年3月 · Mar 2026, of a month `yyyy-MM` */
export function monthDate(yearMonth: string, language: Language): string {
  const [year = '', number = '1'] = yearMonth.split('-');
  return language === 'en' ? `${MONTHS[Number(number) - 1] ?? ''} ${year}` : `${year}年${Number(number)}月`;
}

/** 2026-03-02 15:04, in tables and exports */
export function tableDate(iso: string): string {
  const p = split(iso);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** 15:04 */
export function timeOfDay(iso: string): string {
  const p = split(iso);
  return `${p.hour}:${p.minute}`;
}

/** 2026-03-02, the calendar day in Shanghai */
export function dayOf(iso: string | Date): string {
  const p = split(iso);
  return `${p.year}-${p.month}-${p.day}`;
}
