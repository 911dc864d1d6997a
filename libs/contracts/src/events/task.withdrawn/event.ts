import { defineEvent } from '../define-event.js';

export const taskWithdrawn = defineEvent({
  type: 'task.withdrawn',
  version: '1.0',
  meaning: { zh: '任务已撤销', en: 'A user task vanished' },
  class: 'internal',
  producers: [{ service: 'tasklist', consumers: ['*'], routes: ['task.complete', 'task.claim', 'task.bulk'] }],
  since: '2026-11-25',
});
