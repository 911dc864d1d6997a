import { defineProblems, Problem } from '@huiying/platform';
import { addDays, type Day, isDay } from '@huiying/working-time';

defineProblems({
  'unknown-period': {
    zh: '没有这样的期间：填 2026、2026-Q1、2026-03 或 2026-03-01',
    en: 'No such period: 2026, 2026-Q1, 2026-03 or 2026-03-01',
  },
});

/** A stretch of days, both ends included. */
export interface Period {
  name: string;
  from: Day;
  until: Day;
}

/** `yyyy`, `yyyy-Qn`, `yyyy-MM` or `yyyy-MM-dd`. @throws Problem `unknown-period` (422) */
export function periodOf(name: string): Period {
  if (isDay(name)) return { name, from: name, until: name };
  const [, year = '', quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name) ?? [];
  if (year === '')
    throw new Problem('unknown-period', 'rejected', { errors: [{ field: 'period', code: 'unknown-period' }] });
  const first = quarter ? (Number(quarter) - 1) * 3 : month ? Number(month) - 1 : 0;
  const months = quarter ? 3 : month ? 1 : 12;
  const from = dayOfMonth(Number(year), first);
  return { name, from, until: addDays(dayOfMonth(Number(year), first + months), -1) };
}

/** The period before, of the same kind: `2026-02` before `2026-03`, `2025-Q4` before `2026-Q1`. */
export function before({ name, from }: Period): Period {
  const last = addDays(from, -1);
  if (isDay(name)) return periodOf(last);
  if (/Q/.test(name)) return periodOf(`${last.slice(0, 4)}-Q${Math.ceil(Number(last.slice(5, 7)) / 3)}`);
  return periodOf(last.slice(0, name.length));
}

/** Names of the months of a year. */
export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);
}

function dayOfMonth(year: number, month: number): Day {
  return `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
