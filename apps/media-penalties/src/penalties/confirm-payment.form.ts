import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { remainingOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { CollectionForm } from './collection-form.js';
import type { Penalty } from './penalty.entity.js';

/** 缴款确认 by the finance department: the whole of what is left or a part of it, each by its own receipt (R11.7). */
@FormOwner('penalty-collection--confirm-payment')
export class ConfirmPaymentForm extends CollectionForm {
  constructor(private readonly ledger: LedgerBook) {
    super();
  }

  protected override async more(penalty: Penalty): Promise<Record<string, unknown>> {
    return {
      payments: await this.screen.payments(this.database.manager, penalty),
      amountFen: remainingOf(await this.ledger.state(this.database.manager, penalty)),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const penalty = await this.screen.penalty(manager, subject.subjectNo);
    this.notByItsOwn(penalty, subject);
    this.dayOfMoney(answers, 'paidOn', penalty);
    answers.require('amountFen', 'receiptNo');
    const state = await this.ledger.state(manager, penalty);
    const amount = answers.fen('amountFen');
    if (amount === 0) answers.refuse('amountFen', 'amount-not-positive');
    if (amount !== null && amount > remainingOf(state)) answers.refuse('amountFen', 'amount-above-remaining');
    if (state.receipts.includes(answers.text('receiptNo'))) answers.refuse('receiptNo', 'receipt-known');
    return {};
  }
}
