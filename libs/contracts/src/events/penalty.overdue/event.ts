import { defineEvent } from '../define-event.js';

export const penaltyOverdue = defineEvent({
  type: 'penalty.overdue',
  version: '1.1',
  meaning: { zh: '罚款逾期', en: 'A penalty is overdue' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.chase-payment'] }],
  since: '2026-11-25',
});
