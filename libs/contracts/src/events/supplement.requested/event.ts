import { defineEvent } from '../define-event.js';

export const supplementRequested = defineEvent({
  type: 'supplement.requested',
  version: '1.0',
  meaning: { zh: '已要求补正', en: 'A supplement was asked for' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.send-notice', 'intake.record-notice'] }],
  since: '2026-11-25',
});
