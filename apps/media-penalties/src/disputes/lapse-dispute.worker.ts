import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { CompletedTask, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './dispute.js';
import { DisputeBook } from './dispute-book.js';

/** The dispute lapses: nothing was filed, or the late filing was declined. It may be filed anew under a new number (R11.12, gap 30). */
@ZeebeWorker('media-penalties.lapse-dispute')
export class LapseDisputeWorker implements JobHandler<'media-penalties.lapse-dispute'> {
  constructor(
    private readonly book: DisputeBook,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'media-penalties.lapse-dispute'>, { manager }: JobContext) {
    const { data } = await this.tasks.outcome(job.variables.outcomeId);
    const filed = typeof data['lateMaterial'] === 'string' && data['lateMaterial'].trim() !== '';
    const before = await this.book.lock(manager, job.variables.subjectNo);
    const dispute = await this.book.change(manager, before, {
      ...{ state: 'lapsed', dueOn: null },
      endedAt: this.clock.now(),
    });
    await this.outbox.event(manager, {
      ...ofJob(job, dispute.disputeNo),
      caseNo: dispute.caseNo ?? undefined,
      type: 'dispute.lapsed',
      data: { ...toldOf(dispute), because: filed ? 'declined' : 'not-filed' },
    });
    return {};
  }
}
