import { defineEvent } from '../define-event.js';

export const disputeFiled = defineEvent({
  type: 'dispute.filed',
  version: '1.0',
  meaning: { zh: '分店间投诉已提交', en: 'A dispute between stores was filed' },
  class: 'internal',
  producers: [
    { service: 'media-penalties', forms: ['inter-store-dispute--file-material', 'inter-store-dispute--late-filing'] },
  ],
  since: '2026-11-25',
});
