import { defineEvent } from '../define-event.js';

export const modelPublished = defineEvent({
  type: 'model.published',
  version: '1.0',
  meaning: { zh: '模型已发布', en: 'A model was published' },
  class: 'public',
  producers: [
    { service: 'studio', jobs: ['studio.publish-version'], routes: ['studio.release'], clock: ['effective-date'] },
  ],
  since: '2026-11-25',
});
