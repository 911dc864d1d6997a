import {
  CAN_HANDLE,
  JUSTIFIED,
  RESPONDENT_TYPES,
  REVIEW_RESULTS,
  REVIEW_ROUTES,
  REVISION_KINDS,
} from '../codes/index.js';
import { code, flag, form, list, measures, number, optional, text, conclusion, now } from './contract.js';

/** Forms that investigation owns. */
export const investigationForms = {
  // joint-consultation
  'joint-consultation--give-opinion': form({ service: 'investigation', variables: {}, emits: [] }),
  'joint-consultation--conclude': form({
    service: 'investigation',
    variables: { ...measures, agreed: flag, ...now },
    emits: ['consultation.concluded'],
  }),
  'joint-consultation--settle-difference': form({
    service: 'investigation',
    variables: measures,
    emits: ['consultation.concluded'],
  }),

  // mediation
  'mediation--ask-willingness': form({
    service: 'investigation',
    /** Both sides agree. */
    variables: { willing: flag },
    emits: ['mediation.failed'],
  }),
  'mediation--mediate': form({
    service: 'investigation',
    variables: { agreed: flag, ...measures, payFen: optional(number) },
    emits: ['mediation.failed'],
  }),

  // investigation
  'investigation--name-investigator': form({
    service: 'investigation',
    variables: {
      /** Person id: assignee of what follows. */
      investigator: text,
      departments: list(text),
      complex: flag,
      ...now,
    },
    emits: ['investigation.opened', 'case.changed'],
  }),
  'investigation--collect-evidence': form({ service: 'investigation', variables: {}, emits: ['evidence.added'] }),
  'investigation--hear-complainant': form({ service: 'investigation', variables: {}, emits: ['hearing.held'] }),
  'investigation--hear-respondent': form({ service: 'investigation', variables: {}, emits: ['hearing.held'] }),
  'investigation--write-report': form({
    service: 'investigation',
    variables: { justified: code(JUSTIFIED), conclusive: flag, fault: flag },
    emits: ['investigation.reported'],
  }),

  // decide-and-answer
  'decide-and-answer--decide': form({
    service: 'investigation',
    variables: { payFen: optional(number), ...now },
    emits: [],
  }),
  'decide-and-answer--write-reply': form({
    service: 'investigation',
    variables: { correctiveNeeded: flag },
    emits: ['reply.filed'],
  }),

  // measure-follow-up
  'measure-follow-up--carry-out': form({ service: 'investigation', variables: {}, emits: ['measure.done'] }),
  'measure-follow-up--verify-measure': form({ service: 'investigation', variables: { done: flag }, emits: [] }),

  // severity-review
  'severity-review--coordinate-serious': form({
    service: 'investigation',
    variables: { toGeneralManager: flag },
    emits: [],
  }),
  'severity-review--gm-decides': form({ service: 'investigation', variables: {}, emits: [] }),

  // complaint-handling
  'complaint-handling--sign': form({
    service: 'investigation',
    variables: { handlerGroup: text, complexFlag: optional(flag) },
    emits: ['case.changed'],
  }),

  // department-handling
  'department-handling--take-order': form({
    service: 'investigation',
    variables: { solvedToday: flag, canHandle: optional(code(CAN_HANDLE)), ...conclusion, ...now },
    emits: [],
  }),
  'department-handling--deputy-decides': form({
    service: 'investigation',
    variables: { handlerGroup: text },
    emits: [],
  }),
  'department-handling--explain': form({ service: 'investigation', variables: {}, emits: [] }),

  // feedback-closure
  'feedback-closure--verify': form({ service: 'investigation', variables: { passed: flag }, emits: ['case.verified'] }),
  'feedback-closure--approve': form({
    service: 'investigation',
    variables: { approved: flag },
    emits: ['case.verified'],
  }),

  // review-appeal
  'review-appeal--admit-review': form({
    service: 'investigation',
    variables: { route: code(REVIEW_ROUTES), inTime: flag, admitted: optional(flag), ...now },
    emits: [],
  }),
  'review-appeal--re-review': form({
    service: 'investigation',
    variables: { reviewResult: code(REVIEW_RESULTS) },
    emits: [],
  }),
  'review-appeal--follow-authority': form({
    service: 'investigation',
    variables: { reviewResult: code(REVIEW_RESULTS) },
    emits: ['review.decided'],
  }),

  // supervision: sealed, no variable names the case
  'supervision--open-file': form({
    service: 'investigation',
    variables: {
      supervisionNo: text,
      takenUp: flag,
      respondentType: optional(code(RESPONDENT_TYPES)),
      /** Persons or units, by id. */
      respondents: list(text),
      storeId: optional(text),
      consultantId: optional(text),
      /** Nobody to invite: the file has no complainant, or one without a name. */
      anonymous: flag,
    },
    emits: ['supervision.opened'],
  }),
  'supervision--sample-cases': form({
    service: 'investigation',
    variables: { supervisionNo: text },
    emits: ['supervision.opened'],
  }),
  'supervision--conclude': form({
    service: 'investigation',
    variables: {
      found: flag,
      systemic: flag,
      violationCode: optional(text),
      /** How often the store was found to do the same before: input of decision `violation-schedule`. */
      repeat: number,
      responsibleGroup: optional(text),
      ...measures,
    },
    emits: ['supervision.concluded'],
  }),
  'supervision--report-leader': form({ service: 'investigation', variables: {}, emits: [] }),

  // corrective-action
  'corrective-action--analyse-cause': form({ service: 'investigation', variables: {}, emits: [] }),
  'corrective-action--plan-action': form({
    service: 'investigation',
    /** revisionKind: which revision the chosen rule asks for; null without one. */
    variables: { ...measures, ruleChange: flag, revisionKind: optional(code(REVISION_KINDS)) },
    emits: [],
  }),
  'corrective-action--approve-plan': form({ service: 'investigation', variables: { approved: flag }, emits: [] }),
  'corrective-action--verify-effect': form({ service: 'investigation', variables: { effective: flag }, emits: [] }),
} as const;
