import { defineEvent } from '../define-event.js';

export const decisionIssued = defineEvent({
  type: 'decision.issued',
  version: '1.0',
  meaning: { zh: '处理决定已作出', en: 'A decision was issued' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.issue-decision'] }],
  since: '2026-11-25',
});
