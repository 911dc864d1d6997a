import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Payments } from './payments.js';
import { PenaltyBook } from './penalty-book.js';

/** Paid, and where other stores are the payees passed on: the collection is over (R11.7, R11.5). */
@ZeebeWorker('media-penalties.settle-penalty')
export class SettlePenaltyWorker implements JobHandler<'media-penalties.settle-penalty'> {
  constructor(
    private readonly book: PenaltyBook,
    private readonly payments: Payments,
    private readonly tasks: CompletedTask,
  ) {}

  async handle(job: JobOf<'media-penalties.settle-penalty'>, { manager }: JobContext) {
    // The job may be faster than the event of the completed form: what that says is put on the ledger here, once.
    await this.payments.record(manager, await this.tasks.outcome(job.variables.outcomeId));
    const penalty = await this.book.lock(manager, job.variables.subjectNo);
    if (penalty.revokedAt === null) await this.book.change(manager, penalty, { state: 'settled' });
    return {};
  }
}
