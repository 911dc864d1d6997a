import { defineEvent } from '../define-event.js';

export const emergencyClosed = defineEvent({
  type: 'emergency.closed',
  version: '1.0',
  meaning: { zh: '应急已结束', en: 'The emergency response was closed' },
  class: 'internal',
  producers: [{ service: 'emergency-response', jobs: ['emergency-response.close-response'] }],
  since: '2026-11-25',
});
