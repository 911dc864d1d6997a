import { defineEvent } from '../define-event.js';

export const caseLevelRaised = defineEvent({
  type: 'case.level-raised',
  version: '1.0',
  meaning: { zh: '办理层级已上升', en: 'The case climbed to the next level' },
  class: 'internal',
  producers: [
    {
      service: 'warranty-routing',
      forms: [
        'quality-escalation--survey-first',
        'quality-escalation--repair-minor',
        'quality-escalation--survey-second',
        'quality-escalation--repair-ordinary',
      ],
    },
    { service: 'intake', jobs: ['intake.issue-work-order'] },
  ],
  since: '2026-11-25',
});
