import { HEARING_MODES, type TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner } from '@huiying/forms';
import { aboutCase } from '../case/about-case.js';
import { SalesForm } from './sales-form.js';

/** 反馈答复: the customer hears the result; face to face a signature is asked for, or why it was refused (R07.6). */
@FormOwner('sales-complaint--give-feedback')
export class GiveFeedbackForm extends SalesForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('mode', 'opinion', 'satisfied');
    const mode = answers.code('mode', HEARING_MODES);
    const signed = answers.text('signature') !== '' || answers.text('signatureRefusal') !== '';
    if (mode === 'in-person' && !signed) answers.refuse('signature', 'signature-or-refusal');
    return { satisfied: answers.flag('satisfied') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const row = await this.book.lock(context.manager, outcome.subjectNo);
    await this.book.change(context.manager, row, { feedbackGivenAt: new Date(outcome.completedAt) });
    const said = new Answers(outcome.data);
    const mode = said.code('mode', HEARING_MODES) ?? 'phone';
    await this.tell(outcome, context, {
      type: 'feedback.given',
      ...aboutCase(row),
      data: { level: row.level ?? 1, mode, satisfied: said.flag('satisfied') },
    });
  }
}
