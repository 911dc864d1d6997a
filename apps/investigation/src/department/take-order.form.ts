import { CAN_HANDLE } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { CaseForm, figuresOf } from '../records/case-form.js';

/** 部门接单: solved today with a conclusion, or on to the investigation (R09.7, R13.6). */
@FormOwner('department-handling--take-order')
export class TakeOrderForm extends CaseForm {
  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const now = await this.caseOf(subject);
    answers.require('kindCorrect', 'solvedToday');
    const solvedToday = answers.flag('solvedToday') === true;
    if (solvedToday) answers.requireConclusion();
    const asked = now.orgType === 'property-company' && now.severity === 'major' && !solvedToday;
    if (asked) answers.require('canHandle');
    const canHandle = CAN_HANDLE.find((code) => code === answers.text('canHandle')) ?? null;
    return {
      solvedToday,
      canHandle: asked ? canHandle : null,
      payFen: answers.fen('payFen'),
      agreed: answers.flag('agreed'),
      correctiveNeeded: answers.flag('correctiveNeeded'),
      ...figuresOf(now),
    };
  }
}
