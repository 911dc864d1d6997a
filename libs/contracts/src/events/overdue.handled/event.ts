import { defineEvent } from '../define-event.js';

export const overdueHandled = defineEvent({
  type: 'overdue.handled',
  version: '1.0',
  meaning: { zh: '超期督办已处理', en: 'A superior dealt with a missed limit' },
  class: 'internal',
  producers: [{ service: 'tasklist', forms: ['overdue-escalation--act-on-overdue'] }],
  since: '2026-11-25',
});
