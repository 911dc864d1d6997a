import { defineEvent } from '../define-event.js';

export const investigationOpened = defineEvent({
  type: 'investigation.opened',
  version: '1.0',
  meaning: { zh: '调查已开始', en: 'An investigation was opened' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['investigation--name-investigator'] }],
  since: '2026-11-25',
});
