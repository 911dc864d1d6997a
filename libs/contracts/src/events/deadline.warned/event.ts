import { defineEvent } from '../define-event.js';

export const deadlineWarned = defineEvent({
  type: 'deadline.warned',
  version: '1.0',
  meaning: { zh: '时限预警', en: 'A time limit is close to its end' },
  class: 'internal',
  producers: [{ service: 'tasklist', clock: ['deadlines'] }],
  since: '2026-11-25',
});
