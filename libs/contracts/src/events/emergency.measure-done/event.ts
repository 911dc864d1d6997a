import { defineEvent } from '../define-event.js';

export const emergencyMeasureDone = defineEvent({
  type: 'emergency.measure-done',
  version: '1.0',
  meaning: { zh: '应急措施已完成', en: 'An emergency measure was done' },
  class: 'internal',
  producers: [
    {
      service: 'emergency-response',
      forms: [
        'emergency-response--direct',
        'emergency-response--handle-on-site',
        'emergency-response--coordinate',
        'emergency-response--monitor-site',
        'emergency-response--guide-opinion',
      ],
    },
  ],
  since: '2026-11-25',
});
