import { defineEvent } from '../define-event.js';

export const informationPublished = defineEvent({
  type: 'information.published',
  version: '1.0',
  meaning: { zh: '信息已发布', en: 'Information was published' },
  class: 'public',
  producers: [
    {
      service: 'emergency-response',
      jobs: ['emergency-response.publish-information', 'emergency-response.correct-publication'],
    },
  ],
  since: '2026-11-25',
});
