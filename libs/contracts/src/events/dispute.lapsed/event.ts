import { defineEvent } from '../define-event.js';

export const disputeLapsed = defineEvent({
  type: 'dispute.lapsed',
  version: '1.0',
  meaning: { zh: '分店间投诉已失效', en: 'A dispute between stores lapsed' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.lapse-dispute'] }],
  since: '2026-11-25',
});
