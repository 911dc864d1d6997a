import { defineEvent } from '../define-event.js';

export const ratingReceived = defineEvent({
  type: 'rating.received',
  version: '1.0',
  meaning: { zh: '已收到评价', en: 'The complainant rated the outcome' },
  class: 'internal',
  producers: [{ service: 'intake', routes: ['portal.answer', 'intake.register', 'case.facts'] }],
  since: '2026-11-25',
});
