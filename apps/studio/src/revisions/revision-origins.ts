import { Injectable } from '@nestjs/common';
import {
  CORRECTIVE_ORIGIN_NAMES,
  type InternalCorrectiveAction,
  type InternalEmergencyLesson,
  REVISION_TARGETS,
} from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';

const CORRECTIVE_ACTION = /^JZ-/;

/** What a revision starts from. */
export interface RevisionOrigin {
  /** Number and kind of what asked for it, as people read it; empty where a person did. */
  text: string;
  /** What is to be revised, as it was chosen or written; empty where nothing says it. */
  rule: string;
  /** Why, for the drafter to go on with. */
  reason: string;
}

const NONE: RevisionOrigin = { text: '', rule: '', reason: '' };

/** What a corrective action or an emergency taught, told to who drafts the revision (R03.10, R08.9). */
@Injectable()
export class RevisionOrigins {
  constructor(private readonly services: ServiceClient) {}

  async of(originNo: string | null): Promise<RevisionOrigin> {
    if (originNo === null) return NONE;
    if (!CORRECTIVE_ACTION.test(originNo)) return this.ofEmergency(originNo);
    const path = `/internal/corrective-actions/${encodeURIComponent(originNo)}`;
    const action = await ifFound(this.services.get<InternalCorrectiveAction>('investigation', path));
    return action ? ofAction(action) : { ...NONE, text: originNo };
  }

  /** The leading group's own words: who drafts and who approves was not there (R08.9). */
  private async ofEmergency(caseNo: string): Promise<RevisionOrigin> {
    const path = `/internal/emergencies/${encodeURIComponent(caseNo)}/lesson`;
    const lesson = await ifFound(this.services.get<InternalEmergencyLesson>('emergency-response', path));
    const summary = lesson?.summary ? `\n总结：${lesson.summary}` : '';
    const reason = `应急响应 ${caseNo} 的处置评估提出修订。${summary}`;
    return { ...NONE, text: `应急响应 ${caseNo}`, reason };
  }
}

function ofAction({ actionNo, origin, originNo, problem, rootCause, rule, evidence }: InternalCorrectiveAction) {
  const lines: [label: string, value: string][] = [
    // Written before there was a choice: the drafter finds the document.
    ['要修订的制度', REVISION_TARGETS.some((target) => target === rule) ? '' : rule],
    ['问题', problem],
    ['根本原因', rootCause],
    ['效果验证', evidence],
  ];
  return {
    text: `纠正和预防措施 ${actionNo}，来源 ${CORRECTIVE_ORIGIN_NAMES[origin].zh} ${originNo}`,
    rule,
    reason: [
      `纠正和预防措施 ${actionNo} 提出修订。`,
      ...lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}：${value}`),
    ].join('\n'),
  };
}
