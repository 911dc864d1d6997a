import {
  DISPUTE_RULINGS,
  ESCALATIONS,
  EXPOSURE_ABOUT,
  MEDIA,
  type ImposedPenalty,
  type RankFine,
  type RankedStore,
} from '../codes/index.js';
import { caseInput, code, date, flag, job, list, number, object, optional, outcomeId, text } from './contract.js';

const { subjectNo, caseNo, orgId, orgType, traceparent } = caseInput;
/** What the processes of stores, fines and exposures carry. */
const storeInput = { subjectNo, orgId, orgType, traceparent, storeId: optional(text) } as const;
const imposed = {
  /** What the decision in front gave; null or empty: nothing is imposed. */
  penalties: optional(list(object<ImposedPenalty>())),
  /** `<what>:<number>`: nothing is imposed twice for one source, payer and rule. */
  source: text,
  /** Person complained about, where a line of `penalties` names `consultant`. */
  consultantId: optional(text),
} as const;

const disputeInput = { subjectNo, caseNo, orgId, orgType, traceparent } as const;
const rankingInput = { subjectNo, orgId, orgType, traceparent, unitId: text, period: text } as const;

/** Jobs that media-penalties works. */
export const mediaPenaltiesJobs = {
  /** One notice per payer and rule: number CF-…, ledger entry, start of penalty-collection (R11.1–R11.11). */
  'media-penalties.impose-penalties': job({
    service: 'media-penalties',
    input: {
      ...storeInput,
      caseNo,
      ...imposed,
      /** Stores among which a media fine is shared out equally (R11.5, R11.6). */
      payees: optional(list(text)),
      ...outcomeId,
    },
    output: { penaltyNos: list(text) },
    errors: {},
    emits: ['penalty.imposed'],
  }),
  /** 通报批评 of whoever a line with `reprimand` names (R11.1, R11.2); once per source and payer. */
  'media-penalties.publish-reprimand': job({
    service: 'media-penalties',
    input: { ...storeInput, caseNo, ...imposed },
    output: {},
    errors: {},
    emits: ['reprimand.published'],
  }),
  /** 下达处罚通知: header `limits` starts R11.7, the day of the notice counted. */
  'media-penalties.issue-notice': job({
    service: 'media-penalties',
    input: storeInput,
    output: {},
    errors: {},
    emits: ['penalty.notified', 'limits.requested'],
  }),
  /** 逾期催缴: counts, and starts R11.7 anew (header `limits`). */
  'media-penalties.chase-payment': job({
    service: 'media-penalties',
    input: storeInput,
    output: { chases: number, chasesBeforeRegion: number },
    errors: {},
    emits: ['penalty.overdue', 'limits.requested'],
  }),
  /** What the finance department confirmed goes on the ledger; paid in full meets R11.7, with a rest it runs on. */
  'media-penalties.record-payment': job({
    service: 'media-penalties',
    input: { ...storeInput, ...outcomeId },
    output: { paidInFull: flag },
    errors: {},
    emits: ['penalty.paid'],
  }),
  /** The payment, and where there are payees its passing on, is on the ledger. */
  'media-penalties.settle-penalty': job({
    service: 'media-penalties',
    input: { ...storeInput, ...outcomeId },
    output: {},
    errors: {},
    emits: [],
  }),
  /** The store is asked to clarify; a case that the check linked harms standing from now on (R11.4). */
  'media-penalties.notify-exposure': job({
    service: 'media-penalties',
    input: { ...storeInput, ...outcomeId },
    output: {},
    errors: {},
    emits: ['exposure.registered'],
  }),
  'media-penalties.clear-exposure': job({
    service: 'media-penalties',
    input: { ...storeInput, ...outcomeId },
    output: {},
    errors: {},
    emits: ['exposure.cleared'],
  }),
  /** 视为属实: the other open stores of the company on the day of publication are its payees (R11.5, R11.6). */
  'media-penalties.confirm-exposure': job({
    service: 'media-penalties',
    input: {
      ...storeInput,
      medium: code(MEDIA),
      byCustomer: flag,
      about: code(EXPOSURE_ABOUT),
      disputed: optional(flag),
      ...outcomeId,
    },
    /** linkedCaseNo: of the case, for the penalty; the process itself carries none, for it outlives the case. */
    output: { otherStores: number, payees: list(text), linkedCaseNo: optional(text) },
    errors: {},
    emits: ['exposure.confirmed'],
  }),

  // agency-complaint
  /**
   * 升级处罚与处理费 of a complaint that comes to the region: row F1 of `violation-schedule` and the handling fee of `penalty`, once a case;
   * a malicious complaint does not lift it (R11.8, R11.10). `escalated` null: the store itself said that the customer is not satisfied.
   */
  'media-penalties.charge-escalation': job({
    service: 'media-penalties',
    input: { ...caseInput, respondents: optional(list(text)), escalated: optional(code(ESCALATIONS)), ...outcomeId },
    output: {},
    errors: {},
    emits: ['case.escalated-to-region', 'penalty.imposed'],
  }),

  // inter-store-dispute; subjectNo = disputeNo
  /** Nothing was filed in time, or the late filing was declined: the dispute lapses and may be filed anew (R11.12). */
  'media-penalties.lapse-dispute': job({
    service: 'media-penalties',
    input: { ...disputeInput, ...outcomeId },
    output: {},
    errors: {},
    emits: ['dispute.lapsed'],
  }),
  /** The respondent store was silent: the complaining store wins (R11.12). */
  'media-penalties.rule-by-default': job({
    service: 'media-penalties',
    input: { ...disputeInput, receivedOn: date },
    output: { poorlyHandledBy: list(text) },
    errors: {},
    emits: ['dispute.defaulted'],
  }),
  /** The ruling, the agreement of a mediation (which poses no penalty) or the ruling by default is told to both (R11.12, R11.8). */
  'media-penalties.issue-ruling': job({
    service: 'media-penalties',
    input: {
      ...disputeInput,
      ruledBy: code(DISPUTE_RULINGS),
      /** Unit ids of stores. */
      poorlyHandledBy: optional(list(text)),
      ...outcomeId,
    },
    output: { poorlyHandledBy: list(text) },
    errors: {},
    emits: ['dispute.ruled'],
  }),

  // annual-ranking; subjectNo = `<regionId>:<year>`, unitId = the region, period = the year
  /**
   * Counts customers' complaints by store; `undetermined` of them are not judged yet, malicious or not (R11.9, R11.3). After settle-open
   * it takes over what the region said there.
   */
  'media-penalties.tally-complaints': job({
    service: 'media-penalties',
    input: { ...rankingInput, ...outcomeId },
    output: { stores: list(object<RankedStore>()), undetermined: number },
    errors: {},
    emits: [],
  }),
  'media-penalties.publish-ranking': job({
    service: 'media-penalties',
    input: { ...rankingInput, stores: list(object<RankedStore>()), fines: list(object<RankFine>()) },
    output: {},
    errors: {},
    emits: ['ranking.published'],
  }),
} as const;
