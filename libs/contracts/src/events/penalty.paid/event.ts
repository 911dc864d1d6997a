import { defineEvent } from '../define-event.js';

export const penaltyPaid = defineEvent({
  type: 'penalty.paid',
  version: '1.1',
  meaning: { zh: '罚款已缴清', en: 'A penalty was paid' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.record-payment'] }],
  since: '2026-11-25',
});
