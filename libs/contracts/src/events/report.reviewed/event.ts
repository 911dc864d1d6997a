import { defineEvent } from '../define-event.js';

export const reportReviewed = defineEvent({
  type: 'report.reviewed',
  version: '1.0',
  meaning: { zh: '定期报告已查阅', en: 'A periodic report was reviewed' },
  class: 'internal',
  producers: [{ service: 'insights', forms: ['periodic-report--edit'] }],
  since: '2026-11-25',
});
