import { defineEvent } from '../define-event.js';

export const reviewDecided = defineEvent({
  type: 'review.decided',
  version: '1.0',
  meaning: { zh: '复查已决定', en: 'A review was decided' },
  class: 'internal',
  producers: [
    {
      service: 'investigation',
      jobs: ['investigation.issue-review-decision'],
      forms: ['review-appeal--follow-authority'],
    },
  ],
  since: '2026-11-25',
});
