import { defineEvent } from '../define-event.js';

export const caseDispatched = defineEvent({
  type: 'case.dispatched',
  version: '1.0',
  meaning: { zh: '已交责任部门办理', en: 'The case was handed to the responsible departments' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.dispatch-case'] }],
  since: '2026-11-25',
});
