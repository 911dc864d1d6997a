import { defineEvent } from '../define-event.js';

export const mediationFailed = defineEvent({
  type: 'mediation.failed',
  version: '1.0',
  meaning: { zh: '调解未达成', en: 'The mediation failed' },
  class: 'internal',
  producers: [
    {
      service: 'investigation',
      forms: ['mediation--ask-willingness', 'mediation--mediate'],
      consumers: ['deadline.missed'],
    },
  ],
  since: '2026-11-25',
});
