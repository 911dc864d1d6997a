import { defineEvent } from '../define-event.js';

export const correctiveActionOpened = defineEvent({
  type: 'corrective-action.opened',
  version: '1.1',
  meaning: { zh: '纠正预防措施已立项', en: 'A corrective action was opened' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.open-corrective-action'] }],
  since: '2026-11-25',
});
