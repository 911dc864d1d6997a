import { defineEvent } from '../define-event.js';

export const deadlineExtended = defineEvent({
  type: 'deadline.extended',
  version: '1.0',
  meaning: { zh: '时限已延长', en: 'A time limit was extended' },
  class: 'internal',
  producers: [{ service: 'tasklist', jobs: ['tasklist.extend-deadline'] }],
  since: '2026-11-25',
});
