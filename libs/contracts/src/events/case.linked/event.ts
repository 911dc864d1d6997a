import { defineEvent } from '../define-event.js';

export const caseLinked = defineEvent({
  type: 'case.linked',
  version: '1.0',
  meaning: { zh: '主从案关系有变', en: 'The case was linked to a master case or detached from it' },
  class: 'internal',
  producers: [
    {
      service: 'intake',
      routes: ['case.link', 'portal.file', 'intake.register'],
      forms: ['eligibility-check--review-intake'],
      jobs: ['intake.withdraw-case', 'intake.divert-case', 'intake.follow-master', 'intake.accept-case'],
      consumers: ['case.routed'],
    },
  ],
  since: '2026-11-25',
});
