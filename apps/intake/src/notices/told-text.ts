import { momentWords } from './words.js';

/** Answers of the form 人工告知 that the note keeps, by what the form calls them. */
const SAID = [
  ['toldTo', '被告知人'],
  ['toldAt', '告知时间'],
  ['opinion', '客户意见'],
  ['unreachableReason', '无法联系原因'],
  ['signatureRefusal', '拒签原因'],
] as const;

/** Pure: the note of somebody who told in person, one line an answer, the moment in words. */
export function toldText(data: Readonly<Record<string, unknown>>): string {
  return SAID.flatMap(([key, label]) => {
    const value = data[key];
    if (typeof value !== 'string' || value === '') return [];
    return [`${label}：${key === 'toldAt' ? momentWords(new Date(value)) : value}`];
  }).join('\n');
}
