import { defineEvent } from '../define-event.js';

export const caseWithdrawn = defineEvent({
  type: 'case.withdrawn',
  version: '1.0',
  meaning: { zh: '投诉已撤回', en: 'The complaint was withdrawn' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.withdraw-case'] }],
  since: '2026-11-25',
});
