import { defineEvent } from '../define-event.js';

export const feedbackGiven = defineEvent({
  type: 'feedback.given',
  version: '1.0',
  meaning: { zh: '已反馈客户', en: 'The customer was given an answer' },
  class: 'internal',
  producers: [{ service: 'intake', forms: ['sales-complaint--give-feedback'] }],
  since: '2026-11-25',
});
