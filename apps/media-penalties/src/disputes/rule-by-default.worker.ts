import { Outbox } from '@huiying/events';
import { LimitDays, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './dispute.js';
import { DisputeBook } from './dispute-book.js';

/** The respondent was silent for five days after receipt: the complaining store wins, the silence is poor handling (R11.12, R11.8). */
@ZeebeWorker('media-penalties.rule-by-default')
export class RuleByDefaultWorker implements JobHandler<'media-penalties.rule-by-default'> {
  constructor(
    private readonly book: DisputeBook,
    private readonly limits: LimitDays,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'media-penalties.rule-by-default'>, { manager }: JobContext) {
    const { subjectNo, orgType, receivedOn } = job.variables;
    const before = await this.book.lock(manager, subjectNo);
    const dispute = await this.book.change(manager, before, { state: 'to-rule', dueOn: null });
    await this.outbox.event(manager, {
      ...ofJob(job, subjectNo),
      caseNo: dispute.caseNo ?? undefined,
      type: 'dispute.defaulted',
      data: { ...toldOf(dispute), replyUntil: this.limits.last('R11.12#reply', orgType, receivedOn) ?? receivedOn },
    });
    return { poorlyHandledBy: dispute.respondentStoreId ? [dispute.respondentStoreId] : [] };
  }
}
