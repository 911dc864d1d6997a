import { defineEvent } from '../define-event.js';

export const caseReopened = defineEvent({
  type: 'case.reopened',
  version: '1.0',
  meaning: { zh: '案件已重办', en: 'The case was opened again after a review' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.reopen-case'] }],
  since: '2026-11-25',
});
