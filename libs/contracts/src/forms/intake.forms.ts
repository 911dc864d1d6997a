import { KINDS, RESPONDENT_TYPES, SALES_ACTIONS, TOPICS } from '../codes/index.js';
import { code, conclusion, date, flag, form, list, now, number, ofRound, optional, text } from './contract.js';

/** Forms that intake owns. */
export const intakeForms = {
  // notify-complainant
  'notify-complainant--tell-in-person': form({ service: 'intake', variables: {}, emits: [] }),

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

  // sales-complaint
  'sales-complaint--handle': form({
    service: 'intake',
    variables: { action: code(SALES_ACTIONS), departments: list(text), ...conclusion, ...now, ...ofRound },
    emits: [],
  }),
  'sales-complaint--give-feedback': form({
    service: 'intake',
    variables: { satisfied: flag },
    emits: ['feedback.given'],
  }),
  'sales-complaint--report-superior': form({ service: 'intake', variables: {}, emits: [] }),
  'sales-complaint--superior-decides': form({ service: 'intake', variables: {}, emits: [] }),

  // inquiry-handling
  'inquiry-handling--answer': form({
    service: 'intake',
    variables: { answeredNow: flag, handlerGroup: optional(text) },
    emits: ['inquiry.answered'],
  }),
  'inquiry-handling--handle-inquiry': form({ service: 'intake', variables: {}, emits: [] }),
} as const;
