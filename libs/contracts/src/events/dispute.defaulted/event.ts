import { defineEvent } from '../define-event.js';

export const disputeDefaulted = defineEvent({
  type: 'dispute.defaulted',
  version: '1.0',
  meaning: { zh: '被投诉方逾期未答复', en: 'The respondent store gave no answer' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.rule-by-default'] }],
  since: '2026-11-25',
});
