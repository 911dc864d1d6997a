import { CHANNEL_NAMES, KIND_NAMES, SEVERITY_NAMES } from '@huiying/contracts';
import { shownText } from './answer-text.js';
import { codeName } from './code-name.js';
import type { Fact } from './fact-lines.js';

/** 案情摘要, its beginning: what every form shows first of a case. @param received the day it came in, where it is not the case's own */
export function caseLines(
  found: { caseNo: string; receivedOn: string; channel: string; kind: string | null; severity: string | null },
  received: Fact = ['收到日期', found.receivedOn],
): Fact[] {
  return [
    ['投诉编号', found.caseNo],
    received,
    ['渠道', codeName(CHANNEL_NAMES, found.channel)],
    ['类别', codeName(KIND_NAMES, found.kind)],
    ['定级', codeName(SEVERITY_NAMES, found.severity)],
  ];
}

/** 案情摘要, its end: the complaint in the complainant's words, masked, and what was explained at once. */
export function complaintLines(said: {
  subject: string | null;
  description: string | null;
  demand: string | null;
  explanation: string | null;
}): Fact[] {
  return [
    ['事由', shownText(said.subject)],
    ['内容', shownText(said.description)],
    ['诉求', shownText(said.demand)],
    ['首问解释', shownText(said.explanation)],
  ];
}

/** 地点: project and building, as far as they are known. */
export function placeLine({ project, building }: { project: string | null; building: string | null }): Fact {
  return ['地点', [project, building].filter(Boolean).join(' ')];
}
