import {
  CAUSE_CODES,
  CORRECTIVE_ORIGINS,
  HANDLING_PROCESSES,
  KINDS,
  REVIEW_RESULTS,
  SEVERITIES,
  type MeasureRef,
} from '../codes/index.js';
import {
  caseInput,
  code,
  date,
  figures,
  flag,
  job,
  list,
  number,
  object,
  optional,
  outcomeId,
  severityInput,
  text,
} from './contract.js';

const measures = { measures: optional(list(object<MeasureRef>())) } as const;

/** Jobs that investigation works. */
export const investigationJobs = {
  /**
   * 交办: the work order goes to the department (R09.4, R10.1, R12.4). `handlingProcess` is what decision `routing` names,
   * `calledProcess` what is called now (department-handling stands in for a process not built yet). From round 2 on it asks for the
   * outer limit anew (limits.requested).
   */
  'investigation.dispatch-case': job({
    service: 'investigation',
    input: {
      ...caseInput,
      kind: code(KINDS),
      handlingProcess: code(HANDLING_PROCESSES),
      calledProcess: code(HANDLING_PROCESSES),
      handlerGroup: text,
      overseer: optional(text),
      signatureRequired: optional(flag),
      needsVerification: optional(flag),
      respondentGroup: optional(list(text)),
      keyCustomer: optional(flag),
      complexity: figures.complexity,
      severity: figures.severity,
      ...outcomeId,
    },
    output: { round: number },
    errors: {},
    emits: ['case.routed', 'case.dispatched', 'limits.requested'],
  }),
  /** R04.10: the consultation is opened; outside authorities of the case may read it for its length (R06.4). */
  'investigation.open-consultation': job({
    service: 'investigation',
    input: { ...caseInput, departments: list(text), leadGroup: text },
    output: {},
    errors: {},
    emits: ['consultation.opened'],
  }),
  /** The agreement of a mediation is put on file; its measures are in force unless a decision must adopt it (R06.7). */
  'investigation.record-agreement': job({
    service: 'investigation',
    input: { ...caseInput, ...measures, payFen: optional(number), ...outcomeId },
    output: measures,
    errors: {},
    emits: ['mediation.agreed'],
  }),
  /**
   * Puts the decision and its measures in force (R04.8, R01.5). `authority-exceeded`: its measures, or severity or amount of the case as
   * they are now, are above the decider's limit (R10.2); the error carries what decision `authority` needs to name the right one.
   */
  'investigation.issue-decision': job({
    service: 'investigation',
    input: { ...caseInput, deciderGroup: text, level: optional(number), payFen: optional(number), ...outcomeId },
    output: { measures: list(object<MeasureRef>()), severity: figures.severity, amountYuan: figures.amountYuan },
    errors: { 'authority-exceeded': { severity: code(SEVERITIES), amountYuan: optional(number) } },
    emits: ['decision.issued', 'limits.requested'],
  }),
  'investigation.issue-review-decision': job({
    service: 'investigation',
    input: {
      ...caseInput,
      deciderGroup: text,
      level: optional(number),
      reviewResult: code(REVIEW_RESULTS),
      ...outcomeId,
    },
    output: {},
    errors: {},
    emits: ['review.decided'],
  }),
  /** subjectNo is the measure's number. Property company, group: notice 措施完成 to the management representative (R13.5). */
  'investigation.close-measure': job({
    service: 'investigation',
    input: { ...caseInput, measureGroup: text, plannedOn: optional(date), ...outcomeId },
    output: {},
    errors: {},
    emits: ['measure.closed'],
  }),
  /**
   * Gives a JZ number and the start message of corrective-action, for each of `causeCodes`, or one where there are none. From a case
   * (the default; handlerGroup is responsible) its number stands on the case's report (R13.7); from a survey, an audit, a report or a
   * recurring problem `originNo` says of what (R02.2, R03.5, R03.9).
   */
  'investigation.open-corrective-action': job({
    service: 'investigation',
    input: {
      ...caseInput,
      handlerGroup: optional(text),
      /** Who analyses and plans; default handlerGroup. */
      responsibleGroup: optional(text),
      origin: optional(code(CORRECTIVE_ORIGINS)),
      originNo: optional(text),
      causeCodes: optional(list(code(CAUSE_CODES))),
    },
    output: {},
    errors: {},
    emits: ['corrective-action.opened'],
  }),
  /** The measures are carried out and have their effect (R13.7). */
  'investigation.close-corrective-action': job({
    service: 'investigation',
    input: { ...caseInput, ruleChange: optional(flag) },
    output: {},
    errors: {},
    emits: ['corrective-action.closed'],
  }),
  /** An unjustified delay goes to the supervision office: number and start message of supervision (R09.2). */
  'investigation.open-supervision': job({
    service: 'investigation',
    input: {
      ...caseInput,
      limitId: optional(text),
      level: optional(number),
      superiorGroup: optional(text),
      ...outcomeId,
    },
    output: {},
    errors: {},
    emits: [],
  }),
  /**
   * Writes the new severity (R10.5, R10.6): decider, overseer and limits are recomputed by who reads case.severity-changed.
   * subjectNo is the changeId.
   */
  'investigation.record-severity': job({
    service: 'investigation',
    input: {
      ...caseInput,
      ...severityInput,
      severity: figures.severity,
      newSeverity: code(SEVERITIES),
      newComplexity: figures.complexity,
      riskChanged: optional(flag),
      seriousReported: optional(flag),
    },
    output: {
      /** The case is accepted and became major with this change. */
      majorSinceAcceptance: flag,
    },
    errors: {},
    emits: ['case.severity-changed', 'serious-problem.reported'],
  }),
} as const;
