import { defineEvent } from '../define-event.js';

export const measureDone = defineEvent({
  type: 'measure.done',
  version: '1.0',
  meaning: { zh: '措施已落实', en: 'A measure was carried out' },
  class: 'internal',
  producers: [{ service: 'investigation', forms: ['measure-follow-up--carry-out'] }],
  since: '2026-11-25',
});
