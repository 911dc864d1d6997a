import { MEDIA_LEVEL_NAMES } from '@huiying/contracts';
import { type Answers, answerText, FormOwner, type FormSubject, NO_RECORD } from '@huiying/forms';
import { type Clarification, isInTime, isSameLevel } from './clarification.decider.js';
import { ExposureForm } from './exposure-form.js';
import type { Exposure } from './exposure.entity.js';

/** 审核澄清: same outlet or level, in time, disproved; a "yes" against what the days and levels say is refused (R11.4). */
@FormOwner('media-exposure--judge-clarification')
export class JudgeClarificationForm extends ExposureForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const exposure = await this.exposure(subjectNo);
    const clarification = await this.clarification(exposure);
    const sameLevel = isSameLevel(clarification);
    const inTime = isInTime(clarification);
    const answer = await this.records.latest(this.database.manager, subjectNo, 'media-exposure--answer-exposure');
    return {
      evidence: answerText(answer?.answers['evidence']) || NO_RECORD,
      attachments: answer?.answers['attachments'] ?? [],
      report: await this.report(exposure),
      consequence: await this.consequence(exposure),
      clarification: clarificationText(clarification),
      ...(sameLevel === null ? {} : { sameLevel }),
      ...(inTime === null ? {} : { inTime }),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const clarification = await this.clarification(await this.exposure(subjectNo));
    answers.require('sameLevel', 'inTime', 'disproved');
    const sameLevel = answers.flag('sameLevel') === true;
    const inTime = answers.flag('inTime') === true;
    if (sameLevel && isSameLevel(clarification) === false) answers.refuse('sameLevel', 'clarified-lower-level');
    if (inTime && isInTime(clarification) === false) answers.refuse('inTime', 'clarified-late');
    return { sameLevel, inTime, disproved: answers.flag('disproved') === true };
  }

  private async clarification(exposure: Exposure): Promise<Clarification> {
    const { outlet, mediaLevel, clarifiedOutlet, clarifiedLevel, clarifiedOn } = exposure;
    const clarifyBy = await this.clarifyBy(exposure);
    return { outlet, level: mediaLevel, clarifiedOutlet, clarifiedLevel, clarifiedOn, clarifyBy };
  }
}

function clarificationText({ clarifiedOutlet, clarifiedLevel, clarifiedOn, clarifyBy }: Clarification): string {
  const level = clarifiedLevel ? `（${MEDIA_LEVEL_NAMES[clarifiedLevel].zh}）` : '';
  return [
    `澄清媒体：${clarifiedOutlet ?? '—'}${level}`,
    `刊登日期：${clarifiedOn ?? '—'}`,
    `澄清截止：${clarifyBy}`,
  ].join('\n');
}
