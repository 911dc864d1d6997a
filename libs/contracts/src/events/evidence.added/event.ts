import { defineEvent } from '../define-event.js';

export const evidenceAdded = defineEvent({
  type: 'evidence.added',
  version: '1.0',
  meaning: { zh: '证据已收集', en: 'Evidence was added' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['investigation--collect-evidence'] }],
  since: '2026-11-25',
});
