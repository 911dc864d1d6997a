import { defineEvent } from '../define-event.js';

export const penaltyNotified = defineEvent({
  type: 'penalty.notified',
  version: '1.1',
  meaning: { zh: '处罚通知已下达', en: 'The penalty notice was issued' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.issue-notice'] }],
  since: '2026-11-25',
});
