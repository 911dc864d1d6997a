import { defineEvent } from '../define-event.js';

export const emergencyActivated = defineEvent({
  type: 'emergency.activated',
  version: '1.0',
  meaning: { zh: '应急已启动', en: 'The emergency response was activated' },
  class: 'internal',
  producers: [{ service: 'emergency-response', jobs: ['emergency-response.alert-leading-group'] }],
  since: '2026-11-25',
});
