import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.js';

/** 缴款确认 by the finance department: the whole amount at once (R11.7). */
@FormOwner('penalty-collection--confirm-payment')
export class ConfirmPaymentForm extends CollectionForm {
  protected override more({ amountFen }: Penalty): Promise<Record<string, unknown>> {
    return Promise.resolve({ amountFen });
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const penalty = await this.screen.penalty(this.database.manager, subject.subjectNo);
    this.notByItsOwn(penalty, subject);
    this.dayOfMoney(answers, 'paidOn', penalty);
    answers.require('amountFen');
    const amount = answers.fen('amountFen');
    if (amount !== null && amount !== penalty.amountFen) answers.refuse('amountFen', 'amount-differs');
    if (penalty.state === 'revoked') answers.refuse('amountFen', 'penalty-revoked');
    return {};
  }
}
