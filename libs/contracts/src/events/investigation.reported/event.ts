import { defineEvent } from '../define-event.js';

export const investigationReported = defineEvent({
  type: 'investigation.reported',
  version: '1.0',
  meaning: { zh: '调查报告已提交', en: 'The investigation was reported' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['investigation--write-report'] }],
  since: '2026-11-25',
});
