import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';
import { Handlings } from '../records/handlings.js';

/** 书面回复 of the department to the centre: course, result and cause (R12.3, R03.11). */
@FormOwner('decide-and-answer--write-reply')
export class WriteReplyForm extends CaseForm {
  constructor(private readonly handlings: Handlings) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('process', 'result', 'correctiveNeeded');
    answers.requireCause();
    return { correctiveNeeded: answers.flag('correctiveNeeded') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const now = await this.facts.now(caseNo);
    await this.handlings.change(context.manager, now, { causeCode: new Answers(outcome.data).text('causeCode') });
    const handling = await this.handlings.find(context.manager, caseNo);
    await this.tellOfCase(
      outcome,
      context,
      { type: 'reply.filed' },
      {
        department: handling?.handlerGroup ?? 'respondent-unit',
        correctiveNeeded: outcome.variables['correctiveNeeded'] === true,
      },
    );
  }
}
