import { defineEvent } from '../define-event.js';

export const caseRouted = defineEvent({
  type: 'case.routed',
  version: '1.0',
  meaning: { zh: '办理方式已确定', en: 'The handling of the case was determined' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.dispatch-case'] }],
  since: '2026-11-25',
});
