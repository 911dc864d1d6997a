import { defineEvent } from '../define-event.js';

export const replyFiled = defineEvent({
  type: 'reply.filed',
  version: '1.0',
  meaning: { zh: '书面回复已提交', en: 'The written reply was filed' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['decide-and-answer--write-reply'] }],
  since: '2026-11-25',
});
