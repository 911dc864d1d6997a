import {
  EMERGENCY_RESULT_NAMES,
  type InternalCase,
  type InternalRegistration,
  RELEASE_CHANNEL_NAMES,
  ROLE_NAMES,
  SEVERITY_NAMES,
} from '@huiying/contracts';
import { factSheet, placeLine } from '@huiying/forms';
import { minuteOf } from '@huiying/working-time';
import type { Entry } from '../measures/entry-book.js';
import type { Release } from '../releases/release-book.js';

const PROJECT_TYPES: Readonly<Record<string, string>> = { residential: '住宅', commercial: '商业', office: '写字楼' };
const KINDS: Readonly<Record<Entry['kind'], string>> = {
  directive: '指令',
  'site-action': '现场处置',
  department: '部门措施',
  monitoring: '现场监控',
  opinion: '舆论引导',
  assessment: '处置评估',
};
const PLACES: Readonly<Record<string, string>> = { 'site-team': '应急小组', 'leading-group': '领导小组' };

/** 事件: the case as it is now, its texts masked. */
export function eventText(now: InternalCase, registration: InternalRegistration): string {
  const severity = now.severity as keyof typeof SEVERITY_NAMES | null;
  return factSheet(
    ['投诉编号', now.caseNo],
    ['定级', severity && SEVERITY_NAMES[severity].zh],
    ['项目类型', now.projectType && (PROJECT_TYPES[now.projectType] ?? now.projectType)],
    placeLine(registration),
    ['可能危及人身安全', riskText(now.dangerToPersons)],
    ['可能影响项目运营', riskText(now.disturbsOperation)],
    ['可能造成不良社会影响', riskText(now.harmsStanding)],
    ['事由', registration.subject],
    ['内容', registration.description],
  );
}

/** One measure: time, what, who. */
export function entryLine({ round, kind, department, happenedAt, said }: Entry): string {
  const result = EMERGENCY_RESULT_NAMES[said['result'] as keyof typeof EMERGENCY_RESULT_NAMES]?.zh;
  const words = Object.entries(said).map(([key, value]) => (key === 'result' ? (result ?? value) : value));
  return `第 ${round} 轮 ${minuteOf(happenedAt)} ${KINDS[kind]}（${placeName(department)}）：${words.join('；')}`;
}

export function releaseText({ publishedAt, channels, content, corrects }: Release): string {
  const where = channels.map((channel) => RELEASE_CHANNEL_NAMES[channel].zh).join('、');
  return `${minuteOf(publishedAt)} ${corrects ? '更正' : '发布'}（${where}）：${content}`;
}

function riskText(flag: boolean | null): string {
  if (flag === null) return '不能排除';
  return flag ? '是' : '否';
}

function placeName(department: string): string {
  const role = Object.hasOwn(ROLE_NAMES, department) ? ROLE_NAMES[department as keyof typeof ROLE_NAMES].zh : undefined;
  return role ?? PLACES[department] ?? department;
}
