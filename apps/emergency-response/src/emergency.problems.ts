import { defineProblems } from '@huiying/platform';

defineProblems({
  'emergency-unknown': { zh: '这件投诉没有启动过应急响应', en: 'There was no emergency response for this case' },
  'unknown-person': { zh: '通讯录中没有这个人', en: 'This person is not in the directory' },
  'person-conflicted': { zh: '此人与本案有关，应当回避', en: 'This person must keep out of the case' },
  'role-without-holder': { zh: '目前没有人担任这个岗位', en: 'Nobody holds this post at present' },
  'not-a-leader': { zh: '审核人必须是领导小组的组长或成员', en: 'The reviewer must belong to the leading group' },
  'release-required': { zh: '第一轮必须发布信息', en: 'The first round publishes information' },
  'in-the-future': { zh: '时间还没有到', en: 'This time has not come yet' },
});
