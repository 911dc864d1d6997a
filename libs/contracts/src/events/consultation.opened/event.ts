import { defineEvent } from '../define-event.js';

export const consultationOpened = defineEvent({
  type: 'consultation.opened',
  version: '1.0',
  meaning: { zh: '联合会商已开始', en: 'A joint consultation was opened' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.open-consultation'] }],
  since: '2026-11-25',
});
