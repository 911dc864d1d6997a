import { ROLES, type TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner } from '@huiying/forms';
import { aboutCase } from '../case/about-case.js';
import { InquiryForm } from './inquiry-form.js';

/** 首问答复 (R12.2): answered at once, or handed to the department that knows. */
@FormOwner('inquiry-handling--answer')
export class AnswerForm extends InquiryForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('answeredNow');
    const answeredNow = answers.flag('answeredNow');
    const handlerGroup = ROLES.find((role) => role === answers.text('handlerGroup'));
    if (answeredNow === true && answers.text('answer') === '') answers.refuse('answer', 'answer-required');
    if (answeredNow === false && !handlerGroup) answers.refuse('handlerGroup', 'handler-required');
    return { answeredNow, handlerGroup: answeredNow === true ? null : handlerGroup };
  }

  async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    const said = new Answers(outcome.data);
    const answeredNow = said.flag('answeredNow') === true;
    const row = await this.book.lock(context.manager, outcome.subjectNo);
    await this.inquiries.keep(context.manager, row.caseNo, {
      answeredNow,
      handlerGroup: answeredNow ? null : said.text('handlerGroup'),
      signed: false,
      text: answeredNow ? said.text('answer') : null,
    });
    if (!answeredNow) return;
    await this.tell(outcome, context, {
      type: 'inquiry.answered',
      ...aboutCase(row),
      data: { answeredNow: true, signed: false },
    });
  }
}
