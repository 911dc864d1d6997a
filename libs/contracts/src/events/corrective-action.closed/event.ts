import { defineEvent } from '../define-event.js';

export const correctiveActionClosed = defineEvent({
  type: 'corrective-action.closed',
  version: '1.1',
  meaning: { zh: '纠正预防措施已关闭', en: 'A corrective action was closed' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.close-corrective-action'] }],
  since: '2026-11-25',
});
