import { defineEvent } from '../define-event.js';

export const caseDiverted = defineEvent({
  type: 'case.diverted',
  version: '1.1',
  meaning: { zh: '投诉转出或不予受理', en: 'The complaint was diverted, redirected, recorded or refused' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.divert-case'], routes: ['portal.file', 'intake.register'] }],
  since: '2026-11-25',
});
