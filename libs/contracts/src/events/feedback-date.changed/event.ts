import { defineEvent } from '../define-event.js';

export const feedbackDateChanged = defineEvent({
  type: 'feedback-date.changed',
  version: '1.0',
  meaning: { zh: '预计反馈日已改', en: 'The promised date of the answer changed' },
  class: 'internal',
  producers: [{ service: 'tasklist', jobs: ['tasklist.change-feedback-date'] }],
  since: '2026-11-25',
});
