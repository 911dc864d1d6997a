import { defineEvent } from '../define-event.js';

export const taskCompleted = defineEvent({
  type: 'task.completed',
  version: '1.0',
  meaning: { zh: '任务已完成', en: 'A user task was completed' },
  class: 'internal',
  producers: [{ service: 'tasklist', consumers: ['engine-feed'], routes: ['task.complete', 'task.bulk'] }],
  since: '2026-11-25',
});
