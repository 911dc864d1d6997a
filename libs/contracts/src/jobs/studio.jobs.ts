import { REVISION_KINDS, REVISION_TARGETS } from '../codes/index.js';
import { caseInput, code, date, job, optional, outcomeId, text } from './contract.js';

/** Jobs that studio works. */
export const studioJobs = {
  /**
   * Opens a revision of what `revisionKind` names, with its number and start message; once for each subject and kind. Without
   * `drafterGroup` it is drafted by whom the kind says: emergency plan → post emergencyLead, employee-report rules → management,
   * registration form → general-office, else → management-representative (R08.9, R03.10, R05.10, R13.10).
   */
  'studio.open-revision': job({
    service: 'studio',
    input: { ...caseInput, revisionKind: optional(code(REVISION_KINDS)), drafterGroup: optional(text) },
    output: { revisionNo: text },
    errors: {},
    emits: [],
  }),
  /** Puts an approved revision in force on its effective day: a new version of the text, or the drafted model deployed. */
  'studio.publish-version': job({
    service: 'studio',
    input: { ...caseInput, ...outcomeId, revisionTarget: code(REVISION_TARGETS), effectiveOn: date },
    output: {},
    errors: {},
    emits: ['model.published'],
  }),
} as const;
