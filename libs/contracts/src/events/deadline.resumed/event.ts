import { defineEvent } from '../define-event.js';

export const deadlineResumed = defineEvent({
  type: 'deadline.resumed',
  version: '1.0',
  meaning: { zh: '时限恢复', en: 'A time limit was resumed' },
  class: 'internal',
  producers: [{ service: 'tasklist', jobs: ['tasklist.resume-deadlines'], consumers: ['supplement.received'] }],
  since: '2026-11-25',
});
