import { defineProblems } from '@huiying/platform';

defineProblems({
  'not-an-amount': { zh: '请填写金额', en: 'Enter an amount' },
  'not-a-day': { zh: '不是有效日期（YYYY-MM-DD）', en: 'Not a date (YYYY-MM-DD)' },
  'not-a-number': { zh: '请填写数字', en: 'Enter a number' },
  'unknown-code': { zh: '请从列表中选择', en: 'Choose one of the list' },
  'unknown-cause': { zh: '请从原因列表中选择', en: 'Choose a cause of the list' },
  'outcome-missing': { zh: '流程没有带上任务结果', en: 'The process carries no outcome of a task' },
  'form-on-its-way': {
    zh: '上一步的内容正在送达，请稍后再试',
    en: 'What the step before said is on its way, try again in a moment',
  },
});
