import { defineEvent } from '../define-event.js';

export const taskReleased = defineEvent({
  type: 'task.released',
  version: '1.0',
  meaning: { zh: '任务已退回', en: 'A user task was given back' },
  class: 'internal',
  producers: [{ service: 'tasklist', routes: ['task.release', 'task.bulk', 'me.absence'], clock: ['absences'] }],
  since: '2026-11-25',
});
