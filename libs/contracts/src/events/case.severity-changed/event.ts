import { defineEvent } from '../define-event.js';

export const caseSeverityChanged = defineEvent({
  type: 'case.severity-changed',
  version: '1.0',
  meaning: { zh: '案件等级有变', en: 'The severity of the case changed' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.record-severity'] }],
  since: '2026-11-25',
});
