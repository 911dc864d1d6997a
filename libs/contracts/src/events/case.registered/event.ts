import { defineEvent } from '../define-event.js';

export const caseRegistered = defineEvent({
  type: 'case.registered',
  version: '1.0',
  meaning: { zh: '投诉已登记', en: 'A complaint was registered' },
  class: 'internal',
  producers: [{ service: 'intake', routes: ['portal.file', 'intake.register'] }],
  since: '2026-11-25',
});
