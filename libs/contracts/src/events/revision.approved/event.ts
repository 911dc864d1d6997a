import { defineEvent } from '../define-event.js';

export const revisionApproved = defineEvent({
  type: 'revision.approved',
  version: '1.0',
  meaning: { zh: '修订已批准', en: 'A revision was approved' },
  class: 'internal',
  producers: [{ service: 'studio', forms: ['rule-revision--approve'] }],
  since: '2026-11-25',
});
