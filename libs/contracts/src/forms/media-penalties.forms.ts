import { EXPOSURE_ABOUT, MEDIA, STORE_RESPONDENTS } from '../codes/index.js';
import { code, conclusion, date, flag, form, list, now, number, ofRound, optional, text } from './contract.js';

/** Forms that media-penalties owns. */
export const mediaPenaltiesForms = {
  // penalty-collection
  'penalty-collection--confirm-payment': form({ service: 'media-penalties', variables: {}, emits: [] }),
  'penalty-collection--collect-by-region': form({ service: 'media-penalties', variables: {}, emits: [] }),
  'penalty-collection--pass-on': form({ service: 'media-penalties', variables: {}, emits: [] }),
  'penalty-collection--refund': form({ service: 'media-penalties', variables: {}, emits: [] }),

  // media-exposure
  'media-exposure--check-exposure': form({
    service: 'media-penalties',
    variables: {
      ourStore: flag,
      medium: code(MEDIA),
      publishedOn: date,
      /** The exposed store; null where it is none of ours. */
      storeId: optional(text),
      byCustomer: flag,
      about: code(EXPOSURE_ABOUT),
    },
    emits: [],
  }),
  'media-exposure--answer-exposure': form({ service: 'media-penalties', variables: { disputed: flag }, emits: [] }),
  'media-exposure--judge-clarification': form({
    service: 'media-penalties',
    variables: { sameLevel: flag, inTime: flag, disproved: flag },
    emits: [],
  }),

  // agency-complaint
  'agency-complaint--store-settles': form({
    service: 'media-penalties',
    /** satisfied: the customer, as the store says. */
    variables: { satisfied: flag, ...conclusion, ...now, ...ofRound },
    emits: ['store.settled'],
  }),
  'agency-complaint--region-settles': form({
    service: 'media-penalties',
    variables: { ...conclusion, ...now, ...ofRound },
    emits: [],
  }),
  'agency-complaint--judge-fault': form({
    service: 'media-penalties',
    variables: {
      respondentType: code(STORE_RESPONDENTS),
      /** Neither store nor consultant is at fault (R11.3). */
      malicious: flag,
      storeId: text,
      consultantId: optional(text),
      /** A row of decision `violation-schedule`; null: none. */
      violationCode: optional(text),
      /** How often the store was fined for the same code before. */
      repeat: number,
    },
    emits: ['fault.judged'],
  }),

  // inter-store-dispute
  'inter-store-dispute--self-settle': form({
    service: 'media-penalties',
    variables: {
      settled: flag,
      complainingStoreId: text,
      respondentStoreId: text,
      /** Both stores. */
      parties: list(text),
      regionId: text,
    },
    emits: ['dispute.settled'],
  }),
  'inter-store-dispute--file-material': form({ service: 'media-penalties', variables: {}, emits: ['dispute.filed'] }),
  'inter-store-dispute--late-filing': form({
    service: 'media-penalties',
    variables: { admitted: flag },
    emits: ['dispute.filed'],
  }),
  'inter-store-dispute--serve-notice': form({
    service: 'media-penalties',
    variables: { receivedOn: date },
    emits: ['dispute.served'],
  }),
  'inter-store-dispute--reply': form({ service: 'media-penalties', variables: {}, emits: [] }),
  'inter-store-dispute--rule-dispute': form({
    service: 'media-penalties',
    variables: { poorlyHandledBy: list(text), toHeadquarters: flag },
    emits: [],
  }),

  // annual-ranking
  'annual-ranking--settle-open': form({ service: 'media-penalties', variables: {}, emits: [] }),
  'annual-ranking--approve-ranking': form({ service: 'media-penalties', variables: { approved: flag }, emits: [] }),
} as const;
