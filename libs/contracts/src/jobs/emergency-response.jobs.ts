import { EMERGENCY_CAUSES, EMERGENCY_RESULTS } from '../codes/index.js';
import { caseInput, code, figures, flag, job, optional, outcomeId, severityInput } from './contract.js';

/** Jobs that emergency-response works. subjectNo is the number of the case. */
export const emergencyResponseJobs = {
  /**
   * Decision `emergency-activation` said yes: the start message of emergency-response goes out. A case that has or had a response is
   * not started again by a decision (R08.5, R08.7).
   */
  'emergency-response.start-response': job({
    service: 'emergency-response',
    input: { ...caseInput, ...severityInput, severity: figures.severity },
    output: {},
    errors: {},
    emits: [],
  }),
  /** Every member on file by role is told at once; the record names the project type (R08.1, R08.2, R08.8). */
  'emergency-response.alert-leading-group': job({
    service: 'emergency-response',
    input: { ...caseInput, ...severityInput, severity: figures.severity, because: code(EMERGENCY_CAUSES) },
    output: {},
    errors: {},
    emits: ['emergency.activated'],
  }),
  /** `outcomeId`: of draft-release. Without new information in a later round nothing is published. */
  'emergency-response.publish-information': job({
    service: 'emergency-response',
    input: { ...caseInput, ...outcomeId },
    output: {},
    errors: {},
    emits: ['information.published'],
  }),
  /** Compensation of a false alarm: corrects every release of the response that is not corrected yet. */
  'emergency-response.correct-publication': job({
    service: 'emergency-response',
    input: caseInput,
    output: {},
    errors: {},
    emits: ['information.published'],
  }),
  'emergency-response.close-response': job({
    service: 'emergency-response',
    input: { ...caseInput, result: code(EMERGENCY_RESULTS), revise: optional(flag) },
    output: {},
    errors: {},
    emits: ['emergency.closed'],
  }),
} as const;
