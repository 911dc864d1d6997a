import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import { refundOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.entity.js';

defineProblems({
  'day-before-payment': { zh: '日期不能早于缴款日期', en: 'The day lies before the payment' },
  'refund-differs': { zh: '须一次退清应退金额', en: 'All that is to be refunded goes back at once' },
});

/** 退款 of a revoked penalty: all that was paid of it (R11.7). */
@FormOwner('penalty-collection--refund')
export class RefundForm extends CollectionForm {
  constructor(private readonly ledger: LedgerBook) {
    super();
  }

  protected override async more(penalty: Penalty): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return {
      revocation: await this.screen.revocation(manager, penalty),
      payments: await this.screen.payments(manager, penalty),
      paidReceipts: await this.screen.receipts(manager, penalty),
      amountFen: refundOf(await this.ledger.state(manager, penalty)),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const penalty = await this.screen.penalty(manager, subject.subjectNo);
    this.notByItsOwn({ ...penalty, imposedBy: penalty.revokedBy }, subject);
    this.dayOfMoney(answers, 'refundedOn', penalty);
    const day = answers.day('refundedOn');
    const entries = await this.ledger.entries(manager, penalty.penaltyNo);
    if (day !== null && entries.some(({ kind, on }) => kind === 'pay' && on > day))
      answers.refuse('refundedOn', 'day-before-payment');
    answers.require('amountFen');
    const amount = answers.fen('amountFen');
    if (amount !== null && amount !== refundOf(await this.ledger.state(manager, penalty)))
      answers.refuse('amountFen', 'refund-differs');
    return {};
  }
}
