import { defineEvent } from '../define-event.js';

export const reportDelivered = defineEvent({
  type: 'report.delivered',
  version: '1.0',
  meaning: { zh: '定期报告已送达', en: 'A periodic report was delivered' },
  class: 'internal',
  producers: [{ service: 'insights', jobs: ['insights.deliver-report'] }],
  since: '2026-11-25',
});
