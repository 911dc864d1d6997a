import { defineEvent } from '../define-event.js';

export const taskCreated = defineEvent({
  type: 'task.created',
  version: '1.0',
  meaning: { zh: '任务已产生', en: 'A user task was created' },
  class: 'internal',
  producers: [{ service: 'tasklist', consumers: ['engine-feed', 'case.diverted'] }],
  since: '2026-11-25',
});
