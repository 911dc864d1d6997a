import { EXPOSURE_ABOUT, MEDIA } from '../codes/index.js';
import { code, date, flag, form, optional, text } from './contract.js';

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
} as const;
