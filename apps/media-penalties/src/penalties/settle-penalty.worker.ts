import { Outbox } from '@huiying/events';
import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Payments } from './payments.js';
import { payeesOf, toldOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

/** Paid, and where other stores are the payees passed on: the collection is over (R11.7, R11.5). */
@ZeebeWorker('media-penalties.settle-penalty')
export class SettlePenaltyWorker implements JobHandler<'media-penalties.settle-penalty'> {
  constructor(
    private readonly book: PenaltyBook,
    private readonly payments: Payments,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'media-penalties.settle-penalty'>, { manager }: JobContext) {
    // The job may be faster than the event of the completed form: what that says is put on the ledger here, once.
    await this.payments.record(manager, await this.tasks.outcome(job.variables.outcomeId));
    const penalty = await this.book.lock(manager, job.variables.subjectNo);
    if (penalty.revokedAt !== null) return {};
    const paidOn = this.payments.paidOn(penalty);
    await this.book.change(manager, penalty, { state: 'settled' });
    await this.outbox.event(manager, {
      type: 'penalty.paid',
      subject: penalty.penaltyNo,
      ...(penalty.caseNo ? { caseNo: penalty.caseNo } : {}),
      orgId: penalty.orgId,
      actorId: 'system',
      cause: { job: job.type },
      process: job,
      data: { ...toldOf(penalty), paidOn, passedOn: payeesOf(penalty).length > 0 },
    });
    return {};
  }
}
