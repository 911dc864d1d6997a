import { defineEvent } from '../define-event.js';

export const deadlineExtensionRefused = defineEvent({
  type: 'deadline.extension-refused',
  version: '1.0',
  meaning: { zh: '延期未获批准', en: 'An extension was refused' },
  class: 'internal',
  producers: [
    { service: 'tasklist', jobs: ['tasklist.check-extension'], forms: ['extension-approval--approve-extension'] },
  ],
  since: '2026-11-25',
});
