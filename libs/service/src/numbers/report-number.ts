import { newSpokenCode } from '@huiying/platform';

/** Number of an employee report: `JB-` and ten random characters, no unit, date or counter, so that numbers count nothing (processes.md §0). */
export function newReportNo(): string {
  return `JB-${newSpokenCode(10)}`;
}
