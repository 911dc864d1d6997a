import { COMPONENTS, DEFECT_TYPES, ORG_TYPES } from '../codes/index.js';
import { caseInput, code, date, figures, flag, job, number, optional, outcomeId, text } from './contract.js';

/** A defect of the period of delivery: no case (R10.4). */
const defectInput = {
  subjectNo: text,
  orgId: text,
  orgType: code(ORG_TYPES),
  traceparent: optional(text),
  ...outcomeId,
} as const;

/** Jobs that warranty-routing works. */
export const warrantyRoutingJobs = {
  /**
   * R02.8: the report goes to customer service and the construction company's engineering department. Its number is the case's (R13.4).
   * Answers what the warranty is judged by, as register and case have it now.
   */
  'warranty-routing.send-survey-report': job({
    service: 'warranty-routing',
    input: { ...caseInput, ...outcomeId },
    output: { completionAcceptedOn: optional(date), severity: figures.severity, amountYuan: figures.amountYuan },
    errors: {},
    emits: ['survey-report.sent'],
  }),
  /** The owner accepted the builder's repair: from now on it may be said to be tracked (R02.10). */
  'warranty-routing.record-repair': job({
    service: 'warranty-routing',
    input: { ...caseInput, underWarranty: flag, repairGroup: text, ...outcomeId },
    output: {},
    errors: {},
    emits: ['repair.done'],
  }),
  /** The defect is rectified and accepted; `count` of its kind in the project within the window of decision `defect-concentration`. */
  'warranty-routing.record-defect': job({
    service: 'warranty-routing',
    input: {
      ...defectInput,
      component: code(COMPONENTS),
      defectType: code(DEFECT_TYPES),
      repairGroup: text,
      plannedOn: date,
    },
    output: { count: number },
    errors: {},
    emits: ['defect.rectified'],
  }),
  /** The special analysis goes to the group (R10.4). */
  'warranty-routing.file-analysis': job({
    service: 'warranty-routing',
    input: { ...defectInput, defectType: code(DEFECT_TYPES) },
    output: {},
    errors: {},
    emits: ['analysis.filed'],
  }),
} as const;
