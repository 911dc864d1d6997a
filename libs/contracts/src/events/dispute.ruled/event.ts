import { defineEvent } from '../define-event.js';

export const disputeRuled = defineEvent({
  type: 'dispute.ruled',
  version: '1.0',
  meaning: { zh: '分店间投诉已裁定', en: 'A dispute between stores was ruled' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.issue-ruling'] }],
  since: '2026-11-25',
});
