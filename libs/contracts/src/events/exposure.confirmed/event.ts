import { defineEvent } from '../define-event.js';

export const exposureConfirmed = defineEvent({
  type: 'exposure.confirmed',
  version: '1.0',
  meaning: { zh: '媒体曝光视为属实', en: 'A media exposure counts as true' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.confirm-exposure'] }],
  since: '2026-11-25',
});
