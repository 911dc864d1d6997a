import {
  CAN_HANDLE,
  JUSTIFIED,
  KINDS,
  RESPONDENT_TYPES,
  REVIEW_RESULTS,
  REVIEW_ROUTES,
  SEVERITIES,
  TOPICS,
  type MeasureRef,
  type ServiceName,
} from '../codes/index.js';
import {
  code,
  date,
  flag,
  list,
  number,
  object,
  optional,
  text,
  type ValuesOf,
  type Variables,
} from '../variables/index.js';

/**
 * One form of a user task, id `<process>--<element>`: the service that owns it (routes `/internal/forms/<id>` and `…/check`), the
 * variables that its check gives the process, and the events its owner emits when the task is completed.
 */
export interface FormContract {
  readonly service: ServiceName;
  readonly variables: Variables;
  readonly emits: readonly string[];
}
const form = <const F extends FormContract>(contract: F): F => contract;

const measures = { measures: list(object<MeasureRef>()) } as const;
/** Figures of the case as they are when the form is checked (processes.md §0 "Figures of a case"). */
const now = { severity: optional(code(SEVERITIES)), amountYuan: optional(number) } as const;
/** 〔结论〕: what settles without a decision. */
const conclusion = {
  payFen: optional(number),
  agreed: optional(flag),
  correctiveNeeded: optional(flag),
} as const;

export const FormContracts = {
  // notify-complainant
  'notify-complainant--tell-in-person': form({ service: 'intake', variables: {}, emits: [] }),

  // extension-approval
  'extension-approval--approve-extension': form({
    service: 'tasklist',
    variables: { approved: flag, extraDays: optional(number) },
    emits: ['deadline.extension-refused'],
  }),

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

  // overdue-escalation
  'overdue-escalation--act-on-overdue': form({
    service: 'tasklist',
    variables: { unjustified: flag },
    emits: ['overdue.handled'],
  }),

  // complaint-handling
  'complaint-handling--sign': form({
    service: 'investigation',
    variables: { handlerGroup: text, complexFlag: optional(flag) },
    emits: ['case.changed'],
  }),

  // eligibility-check
  'eligibility-check--accept-transfer': form({
    service: 'intake',
    variables: { ownerGroup: text },
    emits: ['case.owner-changed'],
  }),
  'eligibility-check--review-intake': form({
    service: 'intake',
    variables: {
      topic: code(TOPICS),
      kind: optional(code(KINDS)),
      specific: flag,
      evidenced: flag,
      valid: flag,
      scope: text,
      respondentType: optional(code(RESPONDENT_TYPES)),
      /** Departments complained about: role ids, the first handles. */
      respondentGroup: list(text),
      /** Person or unit ids complained about. */
      respondents: list(text),
      /** Entries of respondentGroup, 1 when unknown. */
      departmentCount: number,
      masterNo: optional(text),
      /** As decided, or the registered figure; yuan with two decimals. */
      amountYuan: optional(number),
      households: number,
      proceedings: flag,
      keyCustomer: flag,
      /** true, false, null = 不能排除. */
      dangerToPersons: optional(flag),
      disturbsOperation: optional(flag),
      harmsStanding: optional(flag),
      /** Field 复杂(complex). */
      complexFlag: flag,
      phase: optional(text),
      handoverOn: optional(date),
    },
    emits: ['case.linked'],
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

  // inquiry-handling
  'inquiry-handling--answer': form({
    service: 'intake',
    variables: { answeredNow: flag, handlerGroup: optional(text) },
    emits: ['inquiry.answered'],
  }),
  'inquiry-handling--handle-inquiry': form({ service: 'intake', variables: {}, emits: [] }),

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
} as const;
export type FormId = keyof typeof FormContracts;
/** Variables that the check of a form returns. */
export type FormVariablesOf<F extends FormId> = ValuesOf<(typeof FormContracts)[F]['variables']>;
