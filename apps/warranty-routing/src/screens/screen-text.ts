import {
  CHANNEL_NAMES,
  COMPONENT_NAMES,
  EXTENT_NAMES,
  type InternalCase,
  type InternalRegistration,
  KIND_NAMES,
  LIABILITY_NAMES,
  ROLE_NAMES,
  SEVERITY_NAMES,
} from '@huiying/contracts';

/** Answers of a form that was completed before. */
export type Said = Readonly<Record<string, unknown>>;

export const NONE = '（暂无记录）';

/** The word of a code, or the code itself: an old record may hold one that is no longer offered. */
export function named(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}

export function groupName(group: unknown): string {
  return named(ROLE_NAMES, group);
}

export function text(value: unknown): string {
  if (value === true || value === 'true') return '是';
  if (value === false || value === 'false') return '否';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

function day(value: unknown): string {
  return text(value).slice(0, 10);
}

/** `yyyy-MM-dd HH:mm` of a moment that a form said. */
function moment(value: unknown): string {
  return text(value).slice(0, 16).replace('T', ' ');
}

/** `label：value` for every value that is there. */
export function lines(...entries: [label: string, value: string][]): string {
  return entries
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}

/** Parts that say something, one below the other with a blank line between; the placeholder where none does. */
export function sheet(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n') || NONE;
}

export function count(photos: unknown): number {
  return Array.isArray(photos) ? photos.length : 0;
}

/** 投诉登记表 (R02.3): what was registered; names, phone and room stay masked or away. */
export function registrationText(now: InternalCase, registration: InternalRegistration): string {
  return lines(
    ['投诉编号', now.caseNo],
    ['报修日期', now.reportedOn],
    ['渠道', named(CHANNEL_NAMES, now.channel)],
    ['类别', named(KIND_NAMES, now.kind)],
    ['定级', named(SEVERITY_NAMES, now.severity)],
    ['地点', [registration.project, registration.building].filter(Boolean).join(' ')],
    ['集中交付日', now.handoverOn ?? ''],
    ['涉及户数', now.households > 1 ? String(now.households) : ''],
    ['涉及金额', now.amountYuan === null ? '' : `${now.amountYuan.toFixed(2)} 元`],
    ['事由', text(registration.subject)],
    ['内容', text(registration.description)],
    ['诉求', text(registration.demand)],
    ['首问解释', text(registration.explanation)],
  );
}

export function surveyText(title: string, said: Said): string {
  return [
    `${title}（${moment(said['surveyedAt'])}）`,
    lines(
      ['技术人员', text(said['technicians'])],
      ['参加单位', groups(said['departments'])],
      ['勘查情况', text(said['findings'])],
      ['部位', named(COMPONENT_NAMES, said['component'])],
      ['责任', named(LIABILITY_NAMES, said['liability'])],
      ['程度', named(EXTENT_NAMES, said['extent'])],
      ['能否处理', text(said['canRepair'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function repairText(title: string, said: Said): string {
  const done = day(said['doneOn']);
  return [
    done === '' ? title : `${title}（${done}）`,
    lines(
      ['情况', text(said['repairWork'])],
      ['品质中心协助', text(said['assistance'])],
      ['业主是否认可', text(said['repaired'] ?? said['accepted'])],
      ['业主意见', text(said['ownerOpinion'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function reportText(said: Said, sentAt: string | null): string {
  return [
    `现场勘查报告 ${text(said['reportNo'])}${sentAt === null ? '' : `，送达 ${sentAt}`}`,
    lines(
      ['详细情况', text(said['details'])],
      ['无法处理原因', text(said['unableReason'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function assignmentText(title: string, said: Said): string {
  return [
    title,
    lines(
      ['负责人', text(said['inCharge'])],
      ['上门时间', moment(said['visitAt'])],
      ['约定完成日', day(said['agreedOn'])],
    ),
  ].join('\n');
}

export function trackingText(said: Said): string {
  return lines(
    ['落实情况', text(said['progress'])],
    ['是否已落实', text(said['tracked'])],
    ['下次跟踪日', day(said['nextTrackOn'])],
    ['业主意见', text(said['ownerOpinion'])],
  );
}

function groups(value: unknown): string {
  return Array.isArray(value) ? value.map(groupName).join('、') : '';
}

/** What each photo is and where it lies, as the form asked for it. */
export function photosText(photos: unknown): string {
  return Array.isArray(photos) ? photos.map(text).filter(Boolean).join('；') : '';
}
