import { defineEvent } from '../define-event.js';

export const defectConcentrated = defineEvent({
  type: 'defect.concentrated',
  version: '1.0',
  meaning: { zh: '缺陷集中出现', en: 'Defects of one kind concentrate' },
  class: 'internal',
  producers: [{ service: 'warranty-routing', consumers: ['task.created'] }],
  since: '2026-11-25',
});
