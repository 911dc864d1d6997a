import { defineEvent } from '../define-event.js';

export const minutesRecorded = defineEvent({
  type: 'minutes.recorded',
  version: '1.0',
  meaning: { zh: '会议纪要已登记', en: 'The minutes were recorded' },
  class: 'internal',
  producers: [{ service: 'insights', forms: ['periodic-report--minutes'] }],
  since: '2026-11-25',
});
