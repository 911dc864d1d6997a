import { defineEvent } from '../define-event.js';

export const rankingPublished = defineEvent({
  type: 'ranking.published',
  version: '1.0',
  meaning: { zh: '年度投诉排名已发布', en: 'The yearly ranking was published' },
  class: 'public',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.publish-ranking'] }],
  since: '2026-11-25',
});
