import { defineEvent } from '../define-event.js';

export const surveyReportSent = defineEvent({
  type: 'survey-report.sent',
  version: '1.0',
  meaning: { zh: '勘查报告已送达', en: 'A survey report was sent' },
  class: 'internal',
  producers: [{ service: 'warranty-routing', jobs: ['warranty-routing.send-survey-report'] }],
  since: '2026-11-25',
});
