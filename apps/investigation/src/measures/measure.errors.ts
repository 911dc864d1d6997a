import { defineProblems, Problem } from '@huiying/platform';

defineProblems({
  'measure-unknown': { zh: '没有这项措施', en: 'There is no such measure' },
});

export function measureMissing(measureNo: string): Problem {
  return new Problem('measure-unknown', 'missing', { params: { measureNo } });
}
