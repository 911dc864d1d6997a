import { defineEvent } from '../define-event.js';

export const deadlineMet = defineEvent({
  type: 'deadline.met',
  version: '1.0',
  meaning: { zh: '时限要求已完成', en: 'A time limit was met' },
  class: 'internal',
  producers: [
    {
      service: 'tasklist',
      jobs: ['*'],
      forms: ['*'],
      consumers: ['*'],
      routes: ['task.agreed-date', 'task.complete', 'case.date'],
    },
  ],
  since: '2026-11-25',
});
