import { ORG_TYPES } from '../codes/index.js';
import { code, date, flag, list, optional, text } from '../variables/index.js';
import { message, ofOrganisation } from './contract.js';

/** What a process about a store starts with: no complainant hears of it, no post of a table holds its tasks. */
const ofStore = {
  subjectNo: text,
  orgId: text,
  orgType: code(ORG_TYPES),
  /** Unit that narrows candidates; null while the store is not known. */
  storeId: optional(text),
  traceparent: optional(text),
} as const;

/** Messages of the processes of stores, fines and exposures. */
export const storesMessages = {
  /**
   * From an accepted case with 媒体曝光, or registered by hand; one case may have several. subjectNo = exposureNo. `regionId` checks it:
   * the store's, or while none is known the nearest to whoever registered it.
   */
  'start-media-exposure': message({ key: 'exposureNo', variables: { ...ofStore, regionId: optional(text) } }),
  /** One per payer and rule. subjectNo = penaltyNo; hasPayees: what is paid is passed on to other stores. */
  'start-penalty-collection': message({ key: 'penaltyNo', variables: { ...ofStore, hasPayees: flag } }),
  /** subjectNo = penaltyNo. The key differs, so it may run beside the collection. */
  'start-penalty-refund': message({ key: '<penaltyNo>:refund', variables: ofStore }),
  'penalty-revoked': message({ key: 'penaltyNo', variables: {} }),
  /**
   * A dispute between stores, from a diverted complaint or registered by hand. subjectNo = disputeNo (`JF-…`). A store is null while
   * nobody knows which; `regionId` is their region. `parties` have the first task: both stores, or with one unknown the region, which
   * names them.
   */
  'start-inter-store-dispute': message({
    key: 'disputeNo',
    variables: {
      ...ofOrganisation,
      complainingStoreId: optional(text),
      respondentStoreId: optional(text),
      parties: list(text),
      regionId: optional(text),
      /** Who rules: the head of the region; after 报总部 the general manager. */
      rulingGroup: text,
    },
  }),
  /** From the clock after 31 December, key `<regionId>:<year>` = subjectNo; unitId = the region, period = `yyyy` (R11.9). */
  'start-annual-ranking': message({
    key: '<regionId>:<year>',
    variables: { ...ofOrganisation, unitId: text, period: text, periodFrom: date, periodUntil: date, dueOn: date },
  }),
} as const;
