import { defineEvent } from '../define-event.js';

export const supervisionConcluded = defineEvent({
  type: 'supervision.concluded',
  version: '1.0',
  meaning: { zh: '督办稽查已结论', en: 'A supervision was concluded' },
  class: 'restricted',
  producers: [{ service: 'investigation', forms: ['supervision--conclude'] }],
  since: '2026-11-25',
});
