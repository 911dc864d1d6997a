import { REPORT_FORMS, REPORT_IDS } from '../codes/index.js';
import { code, date, optional, text } from '../variables/index.js';
import { message, ofOrganisation } from './contract.js';

/** Messages of the processes of emergencies, reports, supervision, learning. */
export const organisationMessages = {
  /** Key reportNo = subjectNo (`JB-…`). Nothing else is said: neither whose organisation nor which person (access.md §5). */
  'start-employee-report': message({
    key: 'reportNo',
    variables: { subjectNo: text, reportNo: text, reportForm: code(REPORT_FORMS), traceparent: optional(text) },
  }),
  /**
   * Key `<reportId>:<unitId>:<period>` = subjectNo; period is what the report is about: `yyyy-MM-dd`, `yyyy-MM`, `yyyy-Qn` or `yyyy`.
   * `ownerGroup` = who compiles where decision `report-plan` leaves it open (R10.10).
   */
  'start-periodic-report': message({
    key: '<reportId>:<unitId>:<period>',
    variables: {
      ...ofOrganisation,
      unitId: text,
      period: text,
      periodFrom: date,
      periodUntil: date,
      dueOn: date,
      reportId: code(REPORT_IDS),
      ownerGroup: optional(text),
    },
  }),
  /** From a schedule, key `<scheduleId>:<unitId>:<period>`, or by hand, key `DC-…` (R12.7). */
  'start-satisfaction-survey': message({
    key: '<scheduleId>:<unitId>:<period> or surveyNo',
    variables: {
      ...ofOrganisation,
      unitId: text,
      period: text,
      periodFrom: date,
      periodUntil: date,
      dueOn: optional(date),
    },
  }),
} as const;
