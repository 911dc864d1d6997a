import { defineProblems } from '@huiying/platform';

defineProblems({
  'event-position-expired': {
    zh: '该位置之后的事件已清理，现存最早位置为 {oldest}',
    en: 'Events after this position were dropped; the oldest kept is {oldest}',
  },
  'event-type-not-granted': { zh: '事件类型 {type} 不在授权范围内', en: 'Event type {type} is not granted' },
  'too-many-streams': { zh: '同时打开的事件流不能超过 {max} 个', en: 'No more than {max} event streams at once' },
  'grant-principal': {
    zh: '请指定一名在册人员或一个平台角色',
    en: 'Name one person of the directory or one platform role',
  },
});
