import type { Name } from '@huiying/contracts';

/** Steps of a report, as tasks and record show them. */
const STEP_NAMES: Readonly<Record<string, Name>> = {
  desk: { zh: '受理时的审查', en: 'Review at the desk' },
  reporter: { zh: '举报人', en: 'Reporter' },
  handler: { zh: '经办人', en: 'Handler' },
  'group-assigns': { zh: '集团指定', en: 'Group assigns' },
  'supervisor-handles': { zh: '主管即时处理', en: 'Supervisor handles' },
  'preliminary-check': { zh: '初步核实', en: 'Preliminary check' },
  'name-lead': { zh: '指定负责人', en: 'Name the lead' },
  collect: { zh: '调查取证', en: 'Collect evidence' },
  assist: { zh: '人力资源协助', en: 'HR assists' },
  'hear-reporter': { zh: '听取举报人', en: 'Hear the reporter' },
  'hear-accused': { zh: '听取被举报人', en: 'Hear the accused' },
  conclude: { zh: '结论与措施', en: 'Conclusion and measures' },
  supervise: { zh: '管理层审定', en: 'Management approves' },
  'carry-out': { zh: '落实措施', en: 'Carry out measures' },
  'give-outcome': { zh: '反馈举报人', en: 'Tell the reporter' },
};

/** Name of an element, or of a side of the dialogue. */
export function stepName(element: string): Name {
  return STEP_NAMES[element] ?? { zh: element, en: element };
}
