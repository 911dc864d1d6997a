import { defineEvent } from '../define-event.js';

export const trainingRecorded = defineEvent({
  type: 'training.recorded',
  version: '1.0',
  meaning: { zh: '培训已登记', en: 'A training was recorded' },
  class: 'internal',
  producers: [{ service: 'tasklist', jobs: ['tasklist.record-training'] }],
  since: '2026-11-25',
});
