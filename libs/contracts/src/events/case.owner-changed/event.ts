import { defineEvent } from '../define-event.js';

export const caseOwnerChanged = defineEvent({
  type: 'case.owner-changed',
  version: '1.0',
  meaning: { zh: '首问责任人已变更', en: 'The owner of the case changed' },
  class: 'internal',
  producers: [{ service: 'intake', forms: ['eligibility-check--accept-transfer'] }],
  since: '2026-11-25',
});
