import { defineEvent } from '../define-event.js';

export const measureClosed = defineEvent({
  type: 'measure.closed',
  version: '1.0',
  meaning: { zh: '措施已验证关闭', en: 'A measure was verified and closed' },
  class: 'internal',
  producers: [{ service: 'investigation', jobs: ['investigation.close-measure'] }],
  since: '2026-11-25',
});
