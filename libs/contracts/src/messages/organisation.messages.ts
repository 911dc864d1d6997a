import { REPORT_FORMS } from '../codes/index.js';
import { code, optional, text } from '../variables/index.js';
import { message } from './contract.js';

/** Messages of the processes of emergencies, reports, supervision, learning. */
export const organisationMessages = {
  /** Key reportNo = subjectNo (`JB-…`). Nothing else is said: neither whose organisation nor which person (access.md §5). */
  'start-employee-report': message({
    key: 'reportNo',
    variables: { subjectNo: text, reportNo: text, reportForm: code(REPORT_FORMS), traceparent: optional(text) },
  }),
} as const;
