import { defineEvent } from '../define-event.js';

export const disputeServed = defineEvent({
  type: 'dispute.served',
  version: '1.0',
  meaning: { zh: '处理通知单已送达', en: 'The dispute was served on the respondent' },
  class: 'internal',
  producers: [{ service: 'media-penalties', forms: ['inter-store-dispute--serve-notice'] }],
  since: '2026-11-25',
});
