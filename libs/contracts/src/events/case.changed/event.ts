import { defineEvent } from '../define-event.js';

export const caseChanged = defineEvent({
  type: 'case.changed',
  version: '1.0',
  meaning: { zh: '案件资料有变', en: 'Facts of the case changed' },
  class: 'internal',
  producers: [
    {
      service: 'intake',
      jobs: ['intake.accept-case'],
      routes: ['case.facts', 'case.link', 'case.emergency', 'portal.answer', 'case.reply'],
      consumers: ['exposure.registered', 'case.linked'],
    },
    {
      service: 'investigation',
      routes: ['case.serious'],
      forms: ['investigation--name-investigator', 'complaint-handling--sign'],
    },
  ],
  since: '2026-11-25',
});
