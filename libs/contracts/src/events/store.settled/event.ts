import { defineEvent } from '../define-event.js';

export const storeSettled = defineEvent({
  type: 'store.settled',
  version: '1.0',
  meaning: { zh: '分店已处理', en: 'The store settled the complaint' },
  class: 'internal',
  producers: [{ service: 'media-penalties', forms: ['agency-complaint--store-settles'] }],
  since: '2026-11-25',
});
