import { defineEvent } from '../define-event.js';

export const repairAssigned = defineEvent({
  type: 'repair.assigned',
  version: '1.0',
  meaning: { zh: '维修已派单', en: 'A repair was assigned' },
  class: 'internal',
  producers: [
    {
      service: 'warranty-routing',
      forms: ['construction-warranty--assign-project', 'construction-warranty--assign-crew'],
    },
  ],
  since: '2026-11-25',
});
