import { defineEvent } from '../define-event.js';

export const caseAccepted = defineEvent({
  type: 'case.accepted',
  version: '1.0',
  meaning: { zh: '投诉已受理', en: 'The complaint was accepted' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.accept-case'] }],
  since: '2026-11-25',
});
