import { defineEvent } from '../define-event.js';

export const mediationAgreed = defineEvent({
  type: 'mediation.agreed',
  version: '1.0',
  meaning: { zh: '调解达成协议', en: 'The mediation reached an agreement' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.record-agreement'] }],
  since: '2026-11-25',
});
