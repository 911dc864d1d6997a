import { defineEvent } from '../define-event.js';

export const disputeSettled = defineEvent({
  type: 'dispute.settled',
  version: '1.0',
  meaning: { zh: '分店间投诉已自行解决', en: 'A dispute between stores was settled' },
  class: 'internal',
  producers: [{ service: 'media-penalties', forms: ['inter-store-dispute--self-settle'] }],
  since: '2026-11-25',
});
