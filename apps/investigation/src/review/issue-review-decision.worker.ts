import { Outbox } from '@huiying/events';
import { RelationWriter } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CompletedTask, ofJob } from '@huiying/service';
import { REVIEW_RECUSAL } from './review-recusal.js';

/** R01.7: the review is decided, by another person than the one who decided first. */
@ZeebeWorker('investigation.issue-review-decision')
export class IssueReviewDecisionWorker implements JobHandler<'investigation.issue-review-decision'> {
  constructor(
    private readonly tasks: CompletedTask,
    private readonly relations: RelationWriter,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'investigation.issue-review-decision'>, { manager }: JobContext) {
    const { reviewResult, level } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const task = await this.tasks.outcome(job.variables.outcomeId, 'review-appeal--re-review');
    await this.relations.revoke(manager, { caseNo, source: REVIEW_RECUSAL });
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'review.decided',
      actorId: task.completedBy,
      data: { result: reviewResult, by: 'review', ...(typeof level === 'number' ? { level } : {}) },
    });
    return {};
  }
}
