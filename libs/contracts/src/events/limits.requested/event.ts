import { defineEvent } from '../define-event.js';

export const limitsRequested = defineEvent({
  type: 'limits.requested',
  version: '1.0',
  meaning: { zh: '请求开始时限', en: 'Time limits were asked for' },
  class: 'internal',
  producers: [
    { service: 'intake', jobs: ['*'] },
    { service: 'investigation', jobs: ['*'] },
    { service: 'warranty-routing', jobs: ['*'] },
    { service: 'media-penalties', jobs: ['*'] },
    { service: 'emergency-response', jobs: ['*'] },
    { service: 'insights', jobs: ['*'] },
    { service: 'studio', jobs: ['*'] },
  ],
  since: '2026-11-25',
});
