import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.js';

defineProblems({
  'day-before-payment': { zh: '日期不能早于缴款日期', en: 'The day lies before the payment' },
});

/** 退款 of a revoked penalty that had been paid, the whole of it (R11.7). */
@FormOwner('penalty-collection--refund')
export class RefundForm extends CollectionForm {
  protected override more({ amountFen }: Penalty): Promise<Record<string, unknown>> {
    return Promise.resolve({ amountFen });
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const penalty = await this.screen.penalty(this.database.manager, subject.subjectNo);
    this.notByItsOwn({ ...penalty, imposedBy: penalty.revokedBy }, subject);
    this.dayOfMoney(answers, 'refundedOn', penalty);
    const day = answers.day('refundedOn');
    if (day !== null && penalty.paidOn !== null && day < penalty.paidOn)
      answers.refuse('refundedOn', 'day-before-payment');
    answers.require('amountFen');
    const amount = answers.fen('amountFen');
    if (amount !== null && amount !== penalty.amountFen) answers.refuse('amountFen', 'amount-differs');
    return {};
  }
}
