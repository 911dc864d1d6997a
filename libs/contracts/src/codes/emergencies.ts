import type { Name } from './name.js';

/** Why a response was started: decision `emergency-activation`, a person with a reason, danger in a case that went elsewhere (R08.7). */
export const EMERGENCY_CAUSES = ['decision', 'by-hand', 'danger'] as const;
export type EmergencyCause = (typeof EMERGENCY_CAUSES)[number];
export const EMERGENCY_CAUSE_NAMES: Readonly<Record<EmergencyCause, Name>> = {
  decision: { zh: '判定启动', en: 'By decision' },
  'by-hand': { zh: '手工启动', en: 'By hand' },
  danger: { zh: '可能危及人身安全', en: 'Danger to persons' },
};

/** 处置评估 (R08.10). */
export const EMERGENCY_RESULTS = ['over', 'continue', 'false-alarm'] as const;
export type EmergencyResult = (typeof EMERGENCY_RESULTS)[number];
export const EMERGENCY_RESULT_NAMES: Readonly<Record<EmergencyResult, Name>> = {
  over: { zh: '结束', en: 'Over' },
  continue: { zh: '继续处置', en: 'Continue' },
  'false-alarm': { zh: '误报', en: 'False alarm' },
};

/** What runs side by side in a response, each reported with who and when, and the assessment at its end (R08.8, R08.10). */
export const EMERGENCY_MEASURE_NAMES: Readonly<
  Record<'directive' | 'site-action' | 'department' | 'monitoring' | 'opinion' | 'assessment', Name>
> = {
  directive: { zh: '指挥', en: 'Direction' },
  'site-action': { zh: '现场处置', en: 'Action on the site' },
  department: { zh: '部门措施', en: 'Measures of the departments' },
  monitoring: { zh: '现场监控', en: 'Watching the site' },
  opinion: { zh: '舆论引导', en: 'Public opinion' },
  assessment: { zh: '处置评估', en: 'Assessment' },
};

/** Where information about an emergency is published (R08.8). */
export const RELEASE_CHANNELS = ['notice-board', 'website', 'owners-group', 'press', 'briefing', 'other'] as const;
export type ReleaseChannel = (typeof RELEASE_CHANNELS)[number];
export const RELEASE_CHANNEL_NAMES: Readonly<Record<ReleaseChannel, Name>> = {
  'notice-board': { zh: '公告栏', en: 'Notice board' },
  website: { zh: '网站或公众号', en: 'Website' },
  'owners-group': { zh: '业主群', en: 'Owners’ group' },
  press: { zh: '新闻媒体', en: 'Press' },
  briefing: { zh: '现场通报会', en: 'Briefing' },
  other: { zh: '其他', en: 'Other' },
};
