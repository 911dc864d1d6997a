import { defineEvent } from '../define-event.js';

export const deadlineStarted = defineEvent({
  type: 'deadline.started',
  version: '1.0',
  meaning: { zh: '时限开始', en: 'A time limit started' },
  class: 'internal',
  producers: [
    {
      service: 'tasklist',
      jobs: ['*'],
      consumers: ['*'],
      routes: ['task.agreed-date', 'case.date'],
      clock: ['recompute', 'deadlines'],
    },
  ],
  since: '2026-11-25',
});
