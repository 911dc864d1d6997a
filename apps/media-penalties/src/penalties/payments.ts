import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { defineProblems, Directory, Problem } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { LedgerBook } from '../ledger/ledger-book.js';
import { payeesOf, type Penalty, penaltyNoOf, refundNoOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

defineProblems({
  'payment-not-recorded': {
    zh: '缴款尚未入账，请稍后再试',
    en: 'The payment is not on the ledger yet, try again in a moment',
  },
});

/** Puts what the finance department confirmed on the ledger; the same outcome twice changes nothing. */
@Injectable()
export class Payments {
  constructor(
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  /** A completed form of confirm-payment, pass-on or refund. */
  async record(manager: EntityManager, outcome: TaskOutcome): Promise<void> {
    const penalty = await this.book.lock(manager, penaltyNoOf(outcome.subjectNo));
    switch (outcome.formId) {
      case 'penalty-collection--confirm-payment':
        return this.paid(manager, penalty, outcome);
      case 'penalty-collection--pass-on':
        return this.passedOn(manager, penalty, outcome);
      case 'penalty-collection--refund':
        return this.refunded(manager, penalty, outcome);
    }
  }

  /** @throws Problem payment-not-recorded (unavailable): the form's event is on its way, try again */
  paidOn({ paidOn }: Penalty): Day {
    if (paidOn === null) throw new Problem('payment-not-recorded', 'unavailable');
    return paidOn;
  }

  /** Starts the one refund of what was paid (R11.7). */
  async startRefund(manager: EntityManager, { penaltyNo, orgId, storeId }: Penalty): Promise<void> {
    const company = await this.directory.organisation(orgId);
    await this.outbox.message(manager, {
      name: 'start-penalty-refund',
      correlationKey: refundNoOf(penaltyNo),
      startsProcess: 'penalty-collection',
      variables: { subjectNo: refundNoOf(penaltyNo), orgId, orgType: company?.orgType ?? 'brokerage', storeId },
    });
  }

  private async paid(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    const on = dayIn(outcome, 'paidOn');
    const command = { type: 'pay' as const, amountFen: Number(outcome.data['amountFen']) };
    if (!(await this.write(manager, penalty, command, { outcome, on, repeat: 'penalty-paid' }))) return;
    const late = penalty.state === 'revoked';
    const state = late ? 'refund-due' : 'paid';
    const paid = await this.book.change(manager, penalty, { paidOn: on, state });
    if (late) await this.startRefund(manager, paid);
  }

  private async passedOn(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    const on = dayIn(outcome, 'passedOn');
    if (payeesOf(penalty).length === 0 || penalty.state === 'refund-due') return;
    if (await this.write(manager, penalty, { type: 'pass-on' }, { outcome, on, repeat: 'penalty-passed-on' }))
      await this.book.change(manager, penalty, { passedOn: on });
  }

  private async refunded(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    const on = dayIn(outcome, 'refundedOn');
    const command = { type: 'refund' as const, amountFen: Number(outcome.data['amountFen']) };
    if (await this.write(manager, penalty, command, { outcome, on, repeat: 'penalty-refunded' }))
      await this.book.change(manager, penalty, { refundedOn: on, state: 'refunded' });
  }

  /** False where the same was written before. */
  private async write(
    manager: EntityManager,
    penalty: Penalty,
    command: Parameters<LedgerBook['write']>[2],
    { outcome, on, repeat }: { outcome: TaskOutcome; on: Day; repeat: string },
  ): Promise<boolean> {
    const refused = await this.ledger.write(manager, penalty, command, { actorId: outcome.completedBy, on });
    if (refused === undefined) return true;
    if (refused === repeat) return false;
    throw new Problem(refused, refused === 'penalty-unpaid' ? 'unavailable' : 'fault');
  }
}

function dayIn({ data }: TaskOutcome, key: string): Day {
  return String(data[key]).slice(0, 10);
}
