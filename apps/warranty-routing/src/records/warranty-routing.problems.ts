import { defineProblems } from '@huiying/platform';

defineProblems({
  'in-the-past': { zh: '日期已经过去', en: 'The date has passed' },
  'not-happened-yet': { zh: '时间不能晚于现在', en: 'This must not lie in the future' },
  'consent-missing': {
    zh: '没有对方同意的记录，不能改约定日期',
    en: 'Without the recorded consent no date can be agreed',
  },
  'colour-photo-required': { zh: '至少需要一张彩色照片', en: 'At least one colour photograph is needed' },
  'report-of-other-number': { zh: '报告须与案件同号', en: 'The report must carry the number of the case' },
  'repair-not-recorded': {
    zh: '建筑公司的维修还没有登记，不能确认已落实',
    en: 'The builder’s repair is not recorded yet, so it cannot be tracked as done',
  },
  'acceptance-unknown': { zh: '竣工验收日不详', en: 'The completion acceptance is not known' },
  'unknown-person': { zh: '通讯录中没有这个人', en: 'This person is not in the directory' },
  'defect-unknown': { zh: '没有这项缺陷', en: 'There is no such defect' },
  'defect-refused': { zh: '缺陷没有登记，请按提示补充', en: 'The defect was not registered' },
});
