import type { ComplaintCase } from './complaint-case.entity.js';

/** What every event about a case says of it. */
export const aboutCase = ({ caseNo, orgId }: ComplaintCase) => ({ subject: caseNo, caseNo, orgId });
