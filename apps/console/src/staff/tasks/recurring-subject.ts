import { type Name, REPORT_NAMES } from '@huiying/contracts';

/** `<report or none>:<unit>:<period>`, then what hangs on it: a measure, an overdue limit (processes.md §0). */
const RECURRING = /^(?:([a-z-]+):)?([A-Z]{2}\d+):(\d{4}(?:-(?:Q\d|\d\d(?:-\d\d)?))?)(?:-M(\d+))?(?::.*)?$/;

export interface Recurring {
  /** Of a report; null where the number is that of another process which comes round. */
  name: Name | null;
  period: string;
  measure: string | null;
}

/** What a number that is only a key speaks of; `undefined` for every other number. */
export function recurringOf(subjectNo: string): Recurring | undefined {
  const [, report, , period, measure = null] = RECURRING.exec(subjectNo) ?? [];
  if (period === undefined) return undefined;
  if (report === undefined) return { name: null, period, measure };
  const names: Partial<Record<string, Name>> = REPORT_NAMES;
  const name = names[report];
  return name && { name, period, measure };
}
