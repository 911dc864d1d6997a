import { defineProblems } from '@huiying/platform';
import '../stores/stores.problems.js';

defineProblems({
  'unknown-violation': {
    zh: '《分店违规行为处罚办法》中没有这个代码',
    en: 'The schedule of violations has no such code',
  },
  'climb-charged-already': {
    zh: '投诉升级（F1）已由系统处罚，一案一次，请勿重复填写',
    en: 'The climb (F1) is charged by the system, once a case',
  },
  'nothing-settled': {
    zh: '分店和区域都没有处理过这件投诉',
    en: 'Neither a store nor the region settled this case',
  },
});
