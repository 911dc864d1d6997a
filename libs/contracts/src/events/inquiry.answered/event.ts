import { defineEvent } from '../define-event.js';

export const inquiryAnswered = defineEvent({
  type: 'inquiry.answered',
  version: '1.0',
  meaning: { zh: '查询已答复', en: 'An inquiry was answered' },
  class: 'internal',
  producers: [{ service: 'intake', forms: ['inquiry-handling--answer'], jobs: ['intake.archive-case'] }],
  since: '2026-11-25',
});
