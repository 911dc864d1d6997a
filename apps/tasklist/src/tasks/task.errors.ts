import { defineProblems } from '@huiying/platform';

/** Refusals of the task list (console.md T2, conflict table). */
defineProblems({
  'feed-missing': { zh: '引擎没有记录流', en: 'The engine has no record feed' },
  'feed-gone': { zh: '引擎已不保留所需的记录', en: 'The engine no longer keeps the records asked for' },
  'task-without-organisation': { zh: '流程没有说明所属组织', en: 'The process does not say whose organisation it is' },
  'task-claimed': { zh: '{claimedBy}已认领这件任务', en: '{claimedBy} has claimed this task' },
  'task-not-yours': { zh: '这件任务不在您手上，请先认领', en: 'This task is not yours; claim it first' },
  'task-withdrawn': { zh: '这件任务已撤回，不用办了', en: 'This task was withdrawn and needs no answer' },
  'task-completed': { zh: '这件任务已办结', en: 'This task is completed already' },
  'assignee-unknown': { zh: '没有这个人，或此人不能办理这件任务', en: 'No such person, or not able to take this task' },
  'draft-outdated': { zh: '另一窗口有较新的草稿', en: 'There is a newer draft' },
  'consent-missing': {
    zh: '没有对方同意的记录，不能改约定日期',
    en: 'Without the recorded consent no date can be agreed',
  },
  'date-in-past': { zh: '日期不能早于今天', en: 'The date must not be in the past' },
  'no-limit-running': { zh: '这件任务没有正在计时的时限', en: 'No limit of this task is running' },
  'limit-not-running': { zh: '该时限没有在计时，不能延期', en: 'This limit is not running and cannot be extended' },
});
