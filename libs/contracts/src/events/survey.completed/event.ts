import { defineEvent } from '../define-event.js';

export const surveyCompleted = defineEvent({
  type: 'survey.completed',
  version: '1.0',
  meaning: { zh: '满意度调查已完成', en: 'A satisfaction survey was completed' },
  class: 'internal',
  producers: [{ service: 'insights', jobs: ['insights.evaluate-survey'] }],
  since: '2026-11-25',
});
