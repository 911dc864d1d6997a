import { defineEvent } from '../define-event.js';

export const supervisionOpened = defineEvent({
  type: 'supervision.opened',
  version: '1.0',
  meaning: { zh: '督办稽查已立案', en: 'A supervision was opened' },
  class: 'restricted',
  producers: [{ service: 'investigation', forms: ['supervision--open-file', 'supervision--sample-cases'] }],
  since: '2026-11-25',
});
