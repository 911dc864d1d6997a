import { defineProblems } from '@huiying/platform';

defineProblems({
  'project-refused': { zh: '项目资料没有保存，请按提示补充', en: 'The project was not saved' },
  'unknown-unit': { zh: '通讯录中没有这个单位', en: 'The directory has no such unit' },
  'project-unknown': { zh: '没有这个项目的资料', en: 'This project is not on file' },
  'name-too-long': {
    zh: '项目或楼栋名称不能超过 100 个字',
    en: 'Names of projects and buildings have at most 100 characters',
  },
});
