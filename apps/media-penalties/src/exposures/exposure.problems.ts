import { defineProblems } from '@huiying/platform';

defineProblems({
  'exposure-unknown': { zh: '没有这个曝光编号', en: 'There is no such exposure' },
  'exposure-known': { zh: '同一报道已登记', en: 'The same report has been registered' },
  'exposure-pursued': {
    zh: '同一报道已按另一登记办理；本次登记请在“是否本公司分店”选“否”结束',
    en: 'The same report is pursued under another number: end this one by answering no to “a store of ours”',
  },
  'exposure-brokerage-only': {
    zh: '只有经纪公司的分店登记媒体曝光；其他单位请记入案件',
    en: 'Exposures are registered for stores of a brokerage; of other organisations they stand on the case',
  },
  'unknown-case': { zh: '没有找到这个案号', en: 'There is no such case' },
  'unknown-store': { zh: '本公司没有这个分店', en: 'The company has no such store' },
  'clarified-before-publication': { zh: '澄清日期不能早于刊播日期', en: 'Clarified before it was published' },
  'exposure-not-clarified': { zh: '分店没有澄清', en: 'The store has not clarified it' },
  'clarified-late': { zh: '澄清刊登日期已超过五日期限', en: 'Clarified after the fifth day' },
  'clarified-lower-level': {
    zh: '澄清不在原媒体，媒体级别也低于原媒体',
    en: 'Clarified in another outlet of a lower level',
  },
});
