import { type MeasureSubject, subjectOfCase } from '../measures/measure.js';

/** Number of a subject without a case, `JF-<organisation>-<yyyyMMdd>-<nnnn>`. */
const OWN_NUMBER = /^[A-Z]{2}-(.+)-\d{8}-\d+$/;

/** Is it a dispute between stores and not a case? */
export function isDispute(subjectNo: string): boolean {
  return subjectNo.startsWith('JF-');
}

/** Pure: a case, or a dispute between stores, which has none (R11.12): its number says whose it is. */
export function mediatedSubject(subjectNo: string): MeasureSubject {
  if (subjectNo.startsWith('TS-')) return subjectOfCase(subjectNo);
  return { subjectNo, caseNo: null, orgId: OWN_NUMBER.exec(subjectNo)?.[1] ?? subjectNo };
}
