import { defineEvent } from '../define-event.js';

export const appealRecorded = defineEvent({
  type: 'appeal.recorded',
  version: '1.0',
  meaning: { zh: '申诉已登记', en: 'An appeal to the authority was recorded' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.record-appeal'] }],
  since: '2026-11-25',
});
