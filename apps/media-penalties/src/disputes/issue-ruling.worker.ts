import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { CompletedTask, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './dispute.js';
import { DisputeBook } from './dispute-book.js';

/** The end of a dispute, for both stores to read: ruled, agreed (which costs nothing), or by default (R11.12, R11.8). */
@ZeebeWorker('media-penalties.issue-ruling')
export class IssueRulingWorker implements JobHandler<'media-penalties.issue-ruling'> {
  constructor(
    private readonly book: DisputeBook,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'media-penalties.issue-ruling'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'media-penalties.issue-ruling'>> {
    const { subjectNo, ruledBy, outcomeId } = job.variables;
    const poorlyHandledBy = ruledBy === 'mediation' ? [] : (job.variables.poorlyHandledBy ?? []);
    const actorId = ruledBy === 'region' ? (await this.tasks.outcome(outcomeId)).completedBy : 'system';
    const before = await this.book.lock(manager, subjectNo);
    const dispute = await this.book.change(manager, before, {
      ...{ state: 'ruled', dueOn: null, ruledBy, poorlyHandledBy },
      endedAt: this.clock.now(),
    });
    await this.outbox.event(manager, {
      ...ofJob(job, subjectNo),
      caseNo: dispute.caseNo ?? undefined,
      actorId,
      type: 'dispute.ruled',
      data: { ...toldOf(dispute), by: ruledBy, poorlyHandledBy },
    });
    return { poorlyHandledBy };
  }
}
