import { defineEvent } from '../define-event.js';

export const exposureCleared = defineEvent({
  type: 'exposure.cleared',
  version: '1.0',
  meaning: { zh: '媒体曝光已澄清', en: 'A media exposure was cleared up' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.clear-exposure'] }],
  since: '2026-11-25',
});
