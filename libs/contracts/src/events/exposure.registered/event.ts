import { defineEvent } from '../define-event.js';

export const exposureRegistered = defineEvent({
  type: 'exposure.registered',
  version: '1.0',
  meaning: { zh: '媒体曝光已登记', en: 'A media exposure was registered' },
  class: 'internal',
  producers: [
    {
      service: 'media-penalties',
      routes: ['exposure.register'],
      consumers: ['case.accepted'],
      // Told again, with the case, where the check links one that the registration did not name (harmsStanding of that case, R11.4).
      jobs: ['media-penalties.notify-exposure'],
    },
  ],
  since: '2026-11-25',
});
