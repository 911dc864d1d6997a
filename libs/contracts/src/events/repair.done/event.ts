import { defineEvent } from '../define-event.js';

export const repairDone = defineEvent({
  type: 'repair.done',
  version: '1.0',
  meaning: { zh: '维修已完成', en: 'A repair was done' },
  class: 'internal',
  producers: [
    {
      service: 'warranty-routing',
      jobs: ['warranty-routing.record-repair'],
      forms: ['quality-escalation--repair-minor', 'quality-escalation--repair-ordinary'],
    },
  ],
  since: '2026-11-25',
});
