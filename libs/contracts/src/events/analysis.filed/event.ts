import { defineEvent } from '../define-event.js';

export const analysisFiled = defineEvent({
  type: 'analysis.filed',
  version: '1.0',
  meaning: { zh: '专项分析已备案', en: 'A defect analysis was filed' },
  class: 'internal',
  producers: [{ service: 'warranty-routing', jobs: ['warranty-routing.file-analysis'] }],
  since: '2026-11-25',
});
