import { defineEvent } from '../define-event.js';

export const taskClaimed = defineEvent({
  type: 'task.claimed',
  version: '1.0',
  meaning: { zh: '任务已认领', en: 'A user task was claimed' },
  class: 'internal',
  producers: [{ service: 'tasklist', routes: ['task.claim', 'task.bulk'] }],
  since: '2026-11-25',
});
