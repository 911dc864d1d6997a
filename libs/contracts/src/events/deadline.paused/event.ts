import { defineEvent } from '../define-event.js';

export const deadlinePaused = defineEvent({
  type: 'deadline.paused',
  version: '1.0',
  meaning: { zh: '时限暂停', en: 'A time limit was paused' },
  class: 'internal',
  producers: [{ service: 'tasklist', jobs: ['tasklist.pause-deadlines'] }],
  since: '2026-11-25',
});
