import { defineEvent } from '../define-event.js';

export const noticeSent = defineEvent({
  type: 'notice.sent',
  version: '1.0',
  meaning: { zh: '通知已送达或存档', en: 'A notice was sent, told or filed' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.send-notice', 'intake.record-notice'] }],
  since: '2026-11-25',
});
