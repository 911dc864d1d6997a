import {
  COMPLEXITIES,
  KINDS,
  ORG_LEVELS,
  ORG_TYPES,
  PHASES,
  PROJECT_OWNERSHIPS,
  RESPONDENT_TYPES,
  SEVERITIES,
  TOPICS,
} from '../codes/index.js';
import { code, date, flag, list, number, optional, text } from '../variables/index.js';
import { message, ofCase, severityFacts, subject } from './contract.js';

/** Messages that the models catch: name → key and variables (processes.md §5, §8). Start messages go by outbox.message(startsProcess). */
export const caseMessages = {
  'start-complaint-handling': message({
    key: 'caseNo',
    variables: {
      ...ofCase,
      reopened: flag,
      kind: optional(code(KINDS)),
      topic: optional(code(TOPICS)),
      complainantIsEmployee: flag,
      /** The receiver holds post intake or first-contact of decision posts. */
      receiverHoldsPost: flag,
      /** 首问已解释清楚. */
      explained: flag,
      respondentType: optional(code(RESPONDENT_TYPES)),
      respondentGroup: list(text),
      respondents: list(text),
      phase: optional(code(PHASES)),
      handoverOn: optional(date),
      receivedOn: date,
      reportedOn: date,
      promisedOn: optional(date),
      completionAcceptedOn: optional(date),
      projectDissolved: flag,
      projectOwnership: optional(code(PROJECT_OWNERSHIPS)),
      agreementParty: optional(text),
      orgLevel: optional(code(ORG_LEVELS)),
      openDays: number,
      masterNo: optional(text),
      masterAnswered: optional(flag),
      ...severityFacts,
      /** Provisional at registration, of the case after a review (reopened). */
      severity: optional(code(SEVERITIES)),
      complexity: optional(code(COMPLEXITIES)),
      keyCustomer: optional(flag),
    },
  }),
  /** From divert-case (kind inquiry): subjectNo and caseNo are the case's number. */
  'start-inquiry-handling': message({ key: 'caseNo', variables: { ...ofCase } }),
  /** Review asked for after archiving: archived = true. */
  'start-review-appeal': message({
    key: 'caseNo',
    variables: {
      ...ofCase,
      archived: flag,
      severity: optional(code(SEVERITIES)),
      amountYuan: optional(number),
      handlerGroup: optional(text),
      levelShift: number,
    },
  }),
  /** A measure without a handling: repair request, invalid complaint. subjectNo = measureNo. */
  'start-measure-follow-up': message({
    key: 'measureNo',
    variables: { ...subject, caseNo: optional(text), measureGroup: text, plannedOn: date, deadlineRule: text },
  }),
  /** subjectNo = `<overdueNo>:<limitId>:<n>`, a superior's own delay `….<level>`. */
  'start-overdue-escalation': message({
    key: '<overdueNo>:<limitId>:<n>',
    variables: {
      subjectNo: text,
      caseNo: optional(text),
      orgId: text,
      orgType: code(ORG_TYPES),
      ownerGroup: optional(text),
      overdueNo: text,
      limitId: text,
      level: number,
      traceparent: optional(text),
    },
  }),
  /**
   * severity and amountYuan: those of the case now, where the clock knows them; the catch `window-over` of feedback-closure reads severity.
   */
  'deadline-reached': message({
    key: '<subjectNo>:<limitId>',
    variables: { limitId: text, severity: optional(code(SEVERITIES)) },
  }),
  'supplement-received': message({ key: 'caseNo', variables: {} }),
  /** Answered: {masterAnswered: true}. Freed: {masterNo: null, masterAnswered: false}. */
  'master-resolved': message({ key: 'caseNo', variables: { masterAnswered: flag, masterNo: optional(text) } }),
  'extension-requested': message({ key: 'caseNo', variables: { requestId: text } }),
  /** All inputs of `severity` and `emergency-activation` as they are now; severity and complexity as they were before. */
  'case-changed': message({
    key: 'caseNo',
    variables: {
      changeId: text,
      severity: optional(code(SEVERITIES)),
      complexity: optional(code(COMPLEXITIES)),
      riskChanged: flag,
      seriousReported: flag,
      ...severityFacts,
    },
  }),
  'complaint-withdrawn': message({ key: 'caseNo', variables: {} }),
  /** satisfied = false: 不满意. severity: that of the case now. */
  'rating-received': message({
    key: 'caseNo',
    variables: { satisfied: flag, score: optional(number), severity: optional(code(SEVERITIES)) },
  }),
  'appeal-received': message({ key: 'caseNo', variables: {} }),
  /** R07.7: another promised date, asked for on the case page. */
  'feedback-date-requested': message({ key: 'caseNo', variables: { newDate: date, consent: flag } }),
  'authority-replied': message({ key: 'caseNo', variables: {} }),
  /** From the clock to each running overdue-escalation of a subject that ended. */
  'overdue-over': message({ key: '<overdueNo>:<limitId>:<n>', variables: {} }),
} as const;
