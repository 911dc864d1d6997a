import { defineEvent } from '../define-event.js';

export const reprimandPublished = defineEvent({
  type: 'reprimand.published',
  version: '1.0',
  meaning: { zh: '通报批评已发布', en: 'A reprimand was published' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.publish-reprimand'] }],
  since: '2026-11-25',
});
