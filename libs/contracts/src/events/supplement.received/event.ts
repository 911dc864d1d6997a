import { defineEvent } from '../define-event.js';

export const supplementReceived = defineEvent({
  type: 'supplement.received',
  version: '1.0',
  meaning: { zh: '已收到补正材料', en: 'A supplement was received' },
  class: 'internal',
  producers: [{ service: 'intake', routes: ['portal.answer', 'intake.register', 'case.facts'] }],
  since: '2026-11-25',
});
