import { defineEvent } from '../define-event.js';

export const hearingHeld = defineEvent({
  type: 'hearing.held',
  version: '1.0',
  meaning: { zh: '已听取陈述', en: 'A party was heard' },
  class: 'internal',
  producers: [
    { service: 'investigation', forms: ['investigation--hear-complainant', 'investigation--hear-respondent'] },
  ],
  since: '2026-11-25',
});
