import { defineEvent } from '../define-event.js';

export const outcomeNotified = defineEvent({
  type: 'outcome.notified',
  version: '1.0',
  meaning: { zh: '处理结果已告知', en: 'The complainant was told the outcome' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.send-notice', 'intake.record-notice'] }],
  since: '2026-11-25',
});
