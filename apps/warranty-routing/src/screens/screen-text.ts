import {
  COMPONENT_NAMES,
  EXTENT_NAMES,
  type InternalCase,
  type InternalRegistration,
  LIABILITY_NAMES,
} from '@huiying/contracts';
import {
  caseLines,
  codeName,
  complaintLines,
  factLines,
  groupName,
  NO_RECORD,
  placeLine,
  shownDay,
  shownMoment,
  shownText,
  yuanText,
} from '@huiying/forms';

/** Answers of a form that was completed before. */
export type Said = Readonly<Record<string, unknown>>;

/** Parts that say something, one below the other with a blank line between; the placeholder where none does. */
export function sheet(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n') || NO_RECORD;
}

export function count(photos: unknown): number {
  return Array.isArray(photos) ? photos.length : 0;
}

/** 投诉登记表 (R02.3): what was registered; names, phone and room stay masked or away. */
export function registrationText(now: InternalCase, registration: InternalRegistration): string {
  return factLines(
    ...caseLines(now, ['报修日期', now.reportedOn]),
    placeLine(registration),
    ['集中交付日', now.handoverOn ?? ''],
    ['涉及户数', now.households > 1 ? String(now.households) : ''],
    ['涉及金额', yuanText(now.amountYuan)],
    ...complaintLines(registration),
  );
}

export function surveyText(title: string, said: Said): string {
  return [
    `${title}（${shownMoment(said['surveyedAt'])}）`,
    factLines(
      ['技术人员', shownText(said['technicians'])],
      ['参加单位', groups(said['departments'])],
      ['勘查情况', shownText(said['findings'])],
      ['部位', codeName(COMPONENT_NAMES, said['component'])],
      ['责任', codeName(LIABILITY_NAMES, said['liability'])],
      ['程度', codeName(EXTENT_NAMES, said['extent'])],
      ['能否处理', shownText(said['canRepair'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function repairText(title: string, said: Said): string {
  const done = shownDay(said['doneOn']);
  return [
    done === '' ? title : `${title}（${done}）`,
    factLines(
      ['情况', shownText(said['repairWork'])],
      ['品质中心协助', shownText(said['assistance'])],
      ['业主是否认可', shownText(said['repaired'] ?? said['accepted'])],
      ['业主意见', shownText(said['ownerOpinion'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function reportText(said: Said, sentAt: string): string {
  return [
    `现场勘查报告 ${shownText(said['reportNo'])}，送达 ${sentAt}`,
    factLines(
      ['详细情况', shownText(said['details'])],
      ['无法处理原因', shownText(said['unableReason'])],
      ['照片', photosText(said['photos'])],
    ),
  ].join('\n');
}

export function assignmentText(title: string, said: Said): string {
  return [
    title,
    factLines(
      ['负责人', shownText(said['inCharge'])],
      ['上门时间', shownMoment(said['visitAt'])],
      ['约定完成日', shownDay(said['agreedOn'])],
    ),
  ].join('\n');
}

export function trackingText(said: Said): string {
  return factLines(
    ['落实情况', shownText(said['progress'])],
    ['是否已落实', shownText(said['tracked'])],
    ['下次跟踪日', shownDay(said['nextTrackOn'])],
    ['业主意见', shownText(said['ownerOpinion'])],
  );
}

function groups(value: unknown): string {
  return Array.isArray(value) ? value.map(groupName).join('、') : '';
}

/** What each photo is and where it lies, as the form asked for it. */
export function photosText(photos: unknown): string {
  return Array.isArray(photos) ? photos.map(shownText).filter(Boolean).join('；') : '';
}
