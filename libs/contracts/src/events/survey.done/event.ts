import { defineEvent } from '../define-event.js';

export const surveyDone = defineEvent({
  type: 'survey.done',
  version: '1.0',
  meaning: { zh: '现场勘查已完成', en: 'A site survey was done' },
  class: 'internal',
  producers: [
    {
      service: 'warranty-routing',
      forms: [
        'quality-escalation--survey-first',
        'quality-escalation--survey-second',
        'construction-warranty--lead-survey',
      ],
    },
  ],
  since: '2026-11-25',
});
