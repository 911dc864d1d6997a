import { MEASURE_TYPE_NAMES } from '@huiying/contracts';
import { codeName, factLines, groupName, moneyText, NO_RECORD, shownDay, shownText } from '@huiying/forms';
import type { Measure } from '../measures/measure.js';
import { type Said, materials, sheet } from './said.js';

function measureLine({ type, description, group, plannedOn, amountFen }: Measure): string {
  const amount = amountFen === null ? [] : [moneyText(amountFen)];
  return [codeName(MEASURE_TYPE_NAMES, type), description, groupName(group), `计划 ${plannedOn} 完成`, ...amount].join(
    '，',
  );
}

export function measuresText(measures: readonly Measure[]): string {
  return measures.map((measure, place) => `措施 ${place + 1}：${measureLine(measure)}`).join('\n');
}

/** One measure, and why verifying sent it back (R13.5). */
export function measureText(measure: Measure | undefined, rejected: Said): string {
  if (!measure) return NO_RECORD;
  const back = rejected && (rejected['done'] === false || rejected['done'] === 'false');
  return sheet(measureLine(measure), back ? factLines(['验证未通过', shownText(rejected['incompleteReason'])]) : '');
}

/** 完成情况 */
export function completionText(carriedOut: Said): string {
  const fen = carriedOut?.['amountFen'];
  return sheet(
    factLines(
      ['完成情况', shownText(carriedOut?.['completion'])],
      ['完成日期', shownDay(carriedOut?.['doneOn'])],
      ['赔偿金额', typeof fen === 'number' ? moneyText(fen) : ''],
      ['凭证或照片', materials(carriedOut?.['receipts'])],
    ),
  );
}

/** 原决定, or what the department explained in place of one. */
export function decisionText(decision: Said, settled: Said, measures: readonly Measure[]): string {
  const said = decision ?? settled;
  return sheet(
    factLines(
      ['认定', shownText(said?.['findings'])],
      ['处理意见', shownText(said?.['ruling'])],
      ['依据', shownText(said?.['basis']) || shownText(said?.['policyBasis'])],
      ['说明', shownText(said?.['explanation'])],
      ['投诉人意见', shownText(said?.['complainantOpinion'])],
      ['处理结果', shownText(said?.['result'])],
    ),
    measuresText(measures),
  );
}

/** 已拟定的决定, which went up because it was above the decider's limit; empty where none was. */
export function draftedText(drafted: Said): string {
  return factLines(
    ['认定', shownText(drafted?.['findings'])],
    ['处理意见', shownText(drafted?.['ruling'])],
    ['依据', shownText(drafted?.['basis'])],
  );
}

/** 办理情况: decision, measures and their state, reply. */
export function outcomeText(decision: Said, settled: Said, reply: Said, measures: readonly Measure[]): string {
  const left = measures.filter(({ state }) => state !== 'closed').length;
  const state = measures.length === 0 ? '' : left === 0 ? '全部措施已验证关闭' : `尚有 ${left} 项措施未关闭`;
  const said = decision || settled || measures.length > 0 ? decisionText(decision, settled, measures) : '';
  return sheet(
    said,
    state,
    factLines(['处理过程', shownText(reply?.['process'])], ['书面回复', shownText(reply?.['result'])]),
  );
}
