import { defineEvent } from '../define-event.js';

export const taskAssigned = defineEvent({
  type: 'task.assigned',
  version: '1.0',
  meaning: { zh: '任务已指派', en: 'A user task was assigned' },
  class: 'internal',
  producers: [
    { service: 'tasklist', routes: ['task.assign', 'task.delegate', 'task.bulk', 'me.absence'], clock: ['absences'] },
  ],
  since: '2026-11-25',
});
