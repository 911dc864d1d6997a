import { defineProblems } from '@huiying/platform';

defineProblems({
  'handling-unknown': { zh: '这件投诉还没有交办', en: 'This case has not been dispatched yet' },
  'in-the-past': { zh: '日期已经过去', en: 'The date has passed' },
  'unknown-measure-type': { zh: '请选择措施类型', en: 'Choose a type of measure' },
  'too-many-measures': { zh: '措施不能超过 {most} 项', en: 'At most {most} measures' },
  'unknown-person': { zh: '通讯录中没有这个人', en: 'This person is not in the directory' },
  'person-conflicted': { zh: '此人与本案有关，应当回避', en: 'This person must keep out of the case' },
  'photo-required': { zh: '至少需要一项证据', en: 'At least one piece of evidence is needed' },
  'opinion-not-clear': {
    zh: '请写明确的处理意见，不能只写“无”或“同上”',
    en: 'Write a clear opinion; “none” or “as above” is not enough',
  },
  'opinion-of-superior-required': {
    zh: '缺少未答复部门上级的明确意见：{department}',
    en: 'The opinion of the superior of {department} is missing',
  },
  'remedy-required': {
    zh: '投诉成立且证据确凿，至少要有一项整改、赔偿补偿或维修措施',
    en: 'The complaint is justified and proven: rectify, compensate or repair at least once',
  },
  'absence-note-required': { zh: '有一方未到场或匿名，请说明', en: 'A party was not heard: say why' },
});
