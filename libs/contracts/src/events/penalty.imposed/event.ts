import { defineEvent } from '../define-event.js';

export const penaltyImposed = defineEvent({
  type: 'penalty.imposed',
  version: '1.1',
  meaning: { zh: '已决定处罚', en: 'A penalty was imposed' },
  class: 'internal',
  producers: [
    {
      service: 'media-penalties',
      jobs: ['media-penalties.charge-escalation', 'media-penalties.impose-penalties'],
      routes: ['penalty.revoke'],
    },
  ],
  since: '2026-11-25',
});
