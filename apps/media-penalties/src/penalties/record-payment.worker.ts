import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { CompletedTask, ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { remainingOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { Payments } from './payments.js';
import { payeesOf, toldOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

/**
 * 缴款入账: the payment stands on the ledger before anybody may record the next. Paid in full is told, which meets the limit; with a rest
 * it runs on, so that a small part buys no time (R11.7).
 */
@ZeebeWorker('media-penalties.record-payment')
export class RecordPaymentWorker implements JobHandler<'media-penalties.record-payment'> {
  constructor(
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly payments: Payments,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
  ) {}

  async handle(
    job: JobOf<'media-penalties.record-payment'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'media-penalties.record-payment'>> {
    const { subjectNo, outcomeId } = job.variables;
    await this.payments.record(manager, await this.tasks.outcome(outcomeId));
    const penalty = await this.book.lock(manager, subjectNo);
    const paidInFull = remainingOf(await this.ledger.state(manager, penalty)) === 0;
    if (paidInFull && penalty.revokedAt === null) {
      await this.outbox.event(manager, {
        type: 'penalty.paid',
        ...ofJobAbout(job, { ...penalty, subject: penalty.penaltyNo }),
        data: {
          ...toldOf(penalty),
          paidOn: this.payments.paidOn(penalty),
          passedOn: payeesOf(penalty).length > 0,
        },
      });
    }
    return { paidInFull };
  }
}
