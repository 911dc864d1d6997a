import { defineEvent } from '../define-event.js';

export const consultationConcluded = defineEvent({
  type: 'consultation.concluded',
  version: '1.0',
  meaning: { zh: '联合会商已结束', en: 'A joint consultation was concluded' },
  class: 'internal',
  producers: [
    { service: 'investigation', forms: ['joint-consultation--conclude', 'joint-consultation--settle-difference'] },
  ],
  since: '2026-11-25',
});
