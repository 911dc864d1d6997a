import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { LimitDays, ofJobAbout } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

/** 下达处罚通知: the day of the notice is the first of the three to pay (R11.7, gap 4); header `limits` starts the clock. */
@ZeebeWorker('media-penalties.issue-notice')
export class IssueNoticeWorker implements JobHandler<'media-penalties.issue-notice'> {
  constructor(
    private readonly book: PenaltyBook,
    private readonly limits: LimitDays,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'media-penalties.issue-notice'>, { manager }: JobContext) {
    const { subjectNo, orgType } = job.variables;
    const penalty = await this.book.lock(manager, subjectNo);
    // Revoked before anybody was told: its process is about to end.
    if (penalty.state !== 'imposed') return {};
    const noticeOn = dayOf(this.clock.now());
    const payBy = this.limits.last('R11.7', orgType, noticeOn) ?? noticeOn;
    await this.book.change(manager, penalty, { state: 'notified', noticeOn, payBy });
    await this.outbox.event(manager, {
      type: 'penalty.notified',
      ...ofJobAbout(job, { ...penalty, subject: penalty.penaltyNo }),
      data: { ...toldOf(penalty), noticeOn, payBy },
    });
    return {};
  }
}
