import { defineEvent } from '../define-event.js';

export const caseArchived = defineEvent({
  type: 'case.archived',
  version: '1.0',
  meaning: { zh: '案件已归档', en: 'The case was archived' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.archive-case'] }],
  since: '2026-11-25',
});
