import { defineProblems } from '@huiying/platform';

defineProblems({
  'supervision-unknown': { zh: '没有这件督办稽查', en: 'There is no such supervision' },
  'not-a-misconduct': {
    zh: '不属于八种处理不当的情形，请不予立案',
    en: 'It is none of the eight misconducts: do not take it up',
  },
  'unknown-violation': {
    zh: '《分店违规行为处罚办法》中没有这个代码',
    en: 'The schedule of violations has no such code',
  },
  'unknown-store': { zh: '本公司没有这个分店', en: 'The company has no such store' },
  'unknown-case': { zh: '没有找到这个案号', en: 'There is no such case' },
  'not-in-sample': { zh: '不在本次抽查的案卷之内', en: 'This case is not in the sample' },
  'measure-required': { zh: '属实或有问题的，至少一项整改要求', en: 'What was found needs at least one measure' },
});
