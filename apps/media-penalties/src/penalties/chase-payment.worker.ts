import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { LimitDays, ofJobAbout } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, PublishedModels, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

/** 逾期催缴 (R11.7): counted, with a new limit of as many days; the model hands it to the region from `chasesBeforeRegion` on. */
@ZeebeWorker('media-penalties.chase-payment')
export class ChasePaymentWorker implements JobHandler<'media-penalties.chase-payment'> {
  constructor(
    private readonly book: PenaltyBook,
    private readonly limits: LimitDays,
    private readonly models: PublishedModels,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'media-penalties.chase-payment'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'media-penalties.chase-payment'>> {
    const { subjectNo, orgType } = job.variables;
    const chasesBeforeRegion = this.chasesBeforeRegion();
    const penalty = await this.book.lock(manager, subjectNo);
    const today = dayOf(this.clock.now());
    // Paid or revoked in the moment in which the limit ended, or chased a moment ago: nobody is chased.
    const due = penalty.state === 'notified' || penalty.state === 'overdue';
    if (!due || (penalty.payBy !== null && penalty.payBy >= today)) return { chases: 0, chasesBeforeRegion };
    const chases = penalty.chases + 1;
    const payBy = this.limits.last('R11.7', orgType, today) ?? today;
    await this.book.change(manager, penalty, { state: 'overdue', chases, payBy });
    await this.outbox.event(manager, {
      type: 'penalty.overdue',
      ...ofJobAbout(job, { ...penalty, subject: penalty.penaltyNo }),
      data: { ...toldOf(penalty), chase: chases },
    });
    return { chases, chasesBeforeRegion };
  }

  /** Parameter of decision `penalty`, as the operator has it now. */
  private chasesBeforeRegion(): number {
    const parameters = this.models.decisions().evaluate('penalty-parameters', {}).output as {
      chasesBeforeRegion: number;
    };
    return parameters.chasesBeforeRegion;
  }
}
