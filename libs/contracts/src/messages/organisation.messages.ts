import {
  CORRECTIVE_ORIGINS,
  EMERGENCY_CAUSES,
  REPORT_FORMS,
  REPORT_IDS,
  REVISION_KINDS,
  SEVERITIES,
} from '../codes/index.js';
import { code, date, optional, text } from '../variables/index.js';
import { message, ofCase, ofOrganisation, severityFacts } from './contract.js';

/** Messages of the processes of emergencies, reports, supervision, learning. */
export const organisationMessages = {
  /** Key caseNo = subjectNo, of any case, a diverted one too; while a response runs a second start does nothing (R08.7). */
  'start-emergency-response': message({
    key: 'caseNo',
    variables: {
      ...ofCase,
      ...severityFacts,
      severity: optional(code(SEVERITIES)),
      because: code(EMERGENCY_CAUSES),
    },
  }),
  /** Key supervisionNo = subjectNo (`DB-…`). The file is sealed: the message names no case (access.md §3, R09.2). */
  'start-supervision': message({ key: 'supervisionNo', variables: { ...ofOrganisation } }),
  /** From schedule `supervision-audit`, every 12 months (R03.5). */
  'start-supervision-audit': message({
    key: '<scheduleId>:<unitId>:<period>',
    variables: { ...ofOrganisation, unitId: text, period: text },
  }),
  /** Key actionNo = subjectNo (`JZ-…`). */
  'start-corrective-action': message({
    key: 'actionNo',
    variables: { ...ofOrganisation, responsibleGroup: text, origin: code(CORRECTIVE_ORIGINS) },
  }),
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
  /** Key revisionNo = subjectNo (`XD-…`). */
  'start-rule-revision': message({
    key: 'revisionNo',
    variables: { ...ofOrganisation, revisionKind: code(REVISION_KINDS), drafterGroup: text },
  }),
  /** From a schedule, key `<unitId>:<period>` = subjectNo; `dueOn` is the day that the limits R03.6 and R06.3 count from. */
  'start-training': message({
    key: '<unitId>:<period>',
    variables: { ...ofOrganisation, unitId: text, period: text, dueOn: date },
  }),
} as const;
