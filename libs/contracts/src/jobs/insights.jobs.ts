import { ORG_TYPES, REPORT_IDS, type Posts, type PreventiveAction, type Respondent } from '../codes/index.js';
import { code, date, flag, job, list, number, object, optional, outcomeId, text } from './contract.js';

/** What every report and survey carries. */
const ofPeriod = {
  /** `<reportId>:<unitId>:<period>`, or the survey's number. */
  subjectNo: text,
  orgId: text,
  orgType: code(ORG_TYPES),
  unitId: text,
  /** `yyyy-MM-dd`, `yyyy-MM`, `yyyy-Qn` or `yyyy`. */
  period: text,
  /** First and last day that it is about. */
  periodFrom: date,
  periodUntil: date,
  posts: optional(object<Posts>()),
  traceparent: optional(text),
} as const;

/** Jobs that insights works. */
export const insightsJobs = {
  /** Gathers the cases of a report: the draft that its compiler opens. */
  'insights.compile-report': job({
    service: 'insights',
    input: { ...ofPeriod, reportId: code(REPORT_IDS), dueOn: date, compilerGroup: text },
    output: { cases: number },
    errors: {},
    emits: [],
  }),
  /** The report as it is now goes to the archive (xlsx, pdf) and to its recipients; `actions`: recurring problems found (R02.2). */
  'insights.deliver-report': job({
    service: 'insights',
    input: {
      ...ofPeriod,
      reportId: code(REPORT_IDS),
      compilerGroup: text,
      recipients: list(text),
      copies: optional(list(text)),
      ...outcomeId,
    },
    output: { actions: list(object<PreventiveAction>()) },
    errors: {},
    emits: ['report.delivered'],
  }),
  /** Key customers are visited, who has an electronic address gets a questionnaire, everybody else is called (R12.7). */
  'insights.select-respondents': job({
    service: 'insights',
    input: ofPeriod,
    output: { callBacks: list(object<Respondent>()), visits: list(object<Respondent>()), questionnaires: number },
    errors: {},
    emits: [],
  }),
  /** A one-time code for each questionnaire; intake sends it. Header `limits` opens the time to answer. */
  'insights.send-questionnaires': job({
    service: 'insights',
    input: ofPeriod,
    output: { sent: number },
    errors: {},
    emits: ['limits.requested'],
  }),
  'insights.evaluate-survey': job({
    service: 'insights',
    input: ofPeriod,
    output: { belowTarget: flag },
    errors: {},
    emits: ['survey.completed'],
  }),
} as const;
