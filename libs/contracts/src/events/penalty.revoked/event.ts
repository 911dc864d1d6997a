import { defineEvent } from '../define-event.js';

export const penaltyRevoked = defineEvent({
  type: 'penalty.revoked',
  version: '1.1',
  meaning: { zh: '处罚已撤销', en: 'A penalty was revoked' },
  class: 'internal',
  producers: [{ service: 'media-penalties', routes: ['penalty.revoke'] }],
  since: '2026-11-25',
});
