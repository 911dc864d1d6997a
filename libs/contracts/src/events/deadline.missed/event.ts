import { defineEvent } from '../define-event.js';

export const deadlineMissed = defineEvent({
  type: 'deadline.missed',
  version: '1.0',
  meaning: { zh: '时限已过', en: 'A time limit was missed' },
  class: 'internal',
  producers: [{ service: 'tasklist', clock: ['deadlines'] }],
  since: '2026-11-25',
});
