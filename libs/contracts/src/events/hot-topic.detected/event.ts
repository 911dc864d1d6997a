import { defineEvent } from '../define-event.js';

export const hotTopicDetected = defineEvent({
  type: 'hot-topic.detected',
  version: '1.0',
  meaning: { zh: '发现投诉热点', en: 'A hot topic was detected' },
  class: 'internal',
  producers: [{ service: 'insights', clock: ['hot-topics'] }],
  since: '2026-11-25',
});
