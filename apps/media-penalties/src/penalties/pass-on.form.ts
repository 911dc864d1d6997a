import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { Problem } from '@huiying/platform';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.entity.js';

/** 转付其他分店 of a media fine, each its share (R11.5, R11.6). */
@FormOwner('penalty-collection--pass-on')
export class PassOnForm extends CollectionForm {
  protected override async more(penalty: Penalty): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return {
      payments: await this.screen.payments(manager, penalty),
      payees: await this.screen.payees(manager, penalty),
      paidReceipts: await this.screen.receipts(manager, penalty),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const penalty = await this.screen.penalty(this.database.manager, subjectNo);
    if (penalty.paidOn === null) throw new Problem('payment-not-recorded', 'unavailable');
    this.dayOfMoney(answers, 'passedOn', penalty);
    const day = answers.day('passedOn');
    if (day !== null && day < penalty.paidOn) answers.refuse('passedOn', 'day-before-payment');
    return {};
  }
}
