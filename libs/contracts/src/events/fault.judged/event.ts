import { defineEvent } from '../define-event.js';

export const faultJudged = defineEvent({
  type: 'fault.judged',
  version: '1.0',
  meaning: { zh: '过错已认定', en: 'Fault was judged' },
  class: 'internal',
  producers: [{ service: 'media-penalties', forms: ['agency-complaint--judge-fault'] }],
  since: '2026-11-25',
});
