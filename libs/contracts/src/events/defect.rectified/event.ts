import { defineEvent } from '../define-event.js';

export const defectRectified = defineEvent({
  type: 'defect.rectified',
  version: '1.0',
  meaning: { zh: '交付缺陷已整改', en: 'A delivery defect was rectified' },
  class: 'internal',
  producers: [{ service: 'warranty-routing', jobs: ['warranty-routing.record-defect'] }],
  since: '2026-11-25',
});
