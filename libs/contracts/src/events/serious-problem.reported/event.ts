import { defineEvent } from '../define-event.js';

export const seriousProblemReported = defineEvent({
  type: 'serious-problem.reported',
  version: '1.0',
  meaning: { zh: '已上报严重问题', en: 'A serious problem was reported' },
  class: 'internal',
  producers: [{ service: 'investigation', routes: ['case.serious'], jobs: ['investigation.record-severity'] }],
  since: '2026-11-25',
});
