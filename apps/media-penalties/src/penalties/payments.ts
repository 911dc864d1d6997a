import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { defineProblems, Directory, Problem } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { refundOf, remainingOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import type { LedgerCommand } from '../ledger/ledger.decider.js';
import { payeesOf, penaltyNoOf, refundNoOf } from './penalty.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';
import { ShareClaims } from './share-claims.js';

defineProblems({
  'payment-not-recorded': {
    zh: '缴款尚未入账，请稍后再试',
    en: 'The payment is not on the ledger yet, try again in a moment',
  },
});

const WAITS_MS = 10 * 60_000;

/**
 * Puts what the finance department confirmed on the ledger, each completed form once. Money that moved stands on it whatever was decided
 * meanwhile: what came in after a revocation is refunded, what was passed on after it is claimed back (R11.7, R11.5).
 */
@Injectable()
export class Payments {
  constructor(
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly claims: ShareClaims,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  /** A completed form of confirm-payment, pass-on or refund. */
  async record(manager: EntityManager, outcome: TaskOutcome): Promise<void> {
    const penalty = await this.book.lock(manager, penaltyNoOf(outcome.subjectNo));
    if (await this.ledger.knows(manager, outcome.id)) return;
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

  /** Starts the refund of what was paid, one at a time (R11.7): the one before may still be on its last step, and is waited for. */
  async startRefund(manager: EntityManager, { penaltyNo, orgId, storeId }: Penalty): Promise<void> {
    const company = await this.directory.organisation(orgId);
    await this.outbox.message(manager, {
      name: 'start-penalty-refund',
      correlationKey: refundNoOf(penaltyNo),
      startsProcess: 'penalty-collection',
      variables: { subjectNo: refundNoOf(penaltyNo), orgId, orgType: company?.orgType ?? 'brokerage', storeId },
      ttlMs: WAITS_MS,
    });
  }

  private async paid(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    const on = dayIn(outcome, 'paidOn');
    const receiptNo = String(outcome.data['receiptNo']).trim();
    await this.write(manager, penalty, { type: 'pay', amountFen: amountIn(outcome), receiptNo }, outcome, on);
    const whole = remainingOf(await this.ledger.state(manager, penalty)) === 0;
    const late = penalty.revokedAt !== null;
    const paid = await this.book.change(manager, penalty, {
      ...(whole ? { paidOn: on } : {}),
      state: late ? 'refund-due' : whole ? 'paid' : penalty.state,
    });
    // A refund that is under way takes it along, or starts the next one when it is done.
    if (late && penalty.state !== 'refund-due') await this.startRefund(manager, paid);
  }

  private async passedOn(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    if (payeesOf(penalty).length === 0) return;
    const on = dayIn(outcome, 'passedOn');
    await this.write(manager, penalty, { type: 'pass-on' }, outcome, on);
    const passed = await this.book.change(manager, penalty, { passedOn: on });
    if (passed.revokedBy !== null) await this.claims.raise(manager, passed, passed.revokedBy);
  }

  private async refunded(manager: EntityManager, penalty: Penalty, outcome: TaskOutcome): Promise<void> {
    const on = dayIn(outcome, 'refundedOn');
    await this.write(manager, penalty, { type: 'refund', amountFen: amountIn(outcome) }, outcome, on);
    // Another part came in while this refund was under way.
    const more = refundOf(await this.ledger.state(manager, penalty)) > 0;
    await this.book.change(manager, penalty, { refundedOn: on, state: more ? 'refund-due' : 'refunded' });
    if (more) await this.startRefund(manager, penalty);
  }

  private async write(
    manager: EntityManager,
    penalty: Penalty,
    command: LedgerCommand,
    { id, completedBy }: TaskOutcome,
    on: Day,
  ): Promise<void> {
    const act = { actorId: completedBy, on, outcomeId: id };
    const refused = await this.ledger.write(manager, penalty, command, act);
    if (refused) throw new Problem(refused, refused === 'penalty-unpaid' ? 'unavailable' : 'fault');
  }
}

function dayIn({ data }: TaskOutcome, key: string): Day {
  return String(data[key]).slice(0, 10);
}

function amountIn({ data }: TaskOutcome): number {
  return Number(data['amountFen']);
}
