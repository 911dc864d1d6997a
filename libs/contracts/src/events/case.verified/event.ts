import { defineEvent } from '../define-event.js';

export const caseVerified = defineEvent({
  type: 'case.verified',
  version: '1.0',
  meaning: { zh: '办理结果已核查', en: 'The result was verified or approved' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['feedback-closure--verify', 'feedback-closure--approve'] }],
  since: '2026-11-25',
});
