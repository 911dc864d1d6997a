import { defineProblems } from '@huiying/platform';

defineProblems({
  'store-unknown': { zh: '没有这个分店', en: 'There is no such store' },
  'store-refused': { zh: '分店资料没有保存，请按提示修改', en: 'The store was not saved' },
  'closed-before-opened': { zh: '停业日期不能早于开业日期', en: 'The last day of business is before the first' },
  'until-before-from': { zh: '结束日期不能早于开始日期', en: 'The last day is before the first' },
  'consultant-unknown': { zh: '没有这位置业顾问', en: 'There is no such consultant' },
});
