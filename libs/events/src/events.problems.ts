import { defineProblems } from '@huiying/platform';

defineProblems({
  'outbox-row-unknown': {
    zh: '没有这条待发记录，它可能已经发出。',
    en: 'There is no such outgoing row; it may have gone already.',
  },
});
