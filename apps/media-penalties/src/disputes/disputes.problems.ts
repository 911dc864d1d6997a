import { defineProblems } from '@huiying/platform';
import '../stores/stores.problems.js';

defineProblems({
  'dispute-unknown': { zh: '没有这件分店间投诉', en: 'There is no such dispute' },
  'dispute-refused': { zh: '投诉没有登记，请按提示修改', en: 'The dispute was not registered' },
  'same-store': { zh: '投诉方和被投诉方不能是同一分店', en: 'A store cannot complain about itself' },
  'store-of-another-company': { zh: '不是同一公司的分店', en: 'The store belongs to another company' },
  'store-closed': { zh: '该分店已停业', en: 'The store is closed' },
  'not-your-store': {
    zh: '只能为本店提出；区域分部可以为本区域的分店登记',
    en: 'Only for your own store; the region office for a store of its region',
  },
  'received-before-served': { zh: '签收日期不能早于送达日期', en: 'Received before it was served' },
  'day-to-come': { zh: '日期不能晚于今天', en: 'The day lies in the future' },
  'material-missing': { zh: '准予的，须附上投诉方的材料', en: 'An admitted filing needs the store’s material' },
  'headquarters-has-it': { zh: '已报总部，请直接裁定', en: 'Headquarters has it: rule' },
});
