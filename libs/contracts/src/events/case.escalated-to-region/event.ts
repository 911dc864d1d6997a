import { defineEvent } from '../define-event.js';

export const caseEscalatedToRegion = defineEvent({
  type: 'case.escalated-to-region',
  version: '1.0',
  meaning: { zh: '投诉已升级到区域', en: 'The complaint went up to the region' },
  class: 'internal',
  producers: [{ service: 'media-penalties', jobs: ['media-penalties.charge-escalation'] }],
  since: '2026-11-25',
});
