import { Outbox } from '@huiying/events';
import { CompletedTask } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CheckedExposures } from './checked-exposures.js';
import { toldOf } from './exposure.js';
import { ExposureBook } from './exposure-book.js';

/** The store's task follows. A case that the check linked is told to intake, which sets harmsStanding = true (R11.4). */
@ZeebeWorker('media-penalties.notify-exposure')
export class NotifyExposureWorker implements JobHandler<'media-penalties.notify-exposure'> {
  constructor(
    private readonly checked: CheckedExposures,
    private readonly book: ExposureBook,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'media-penalties.notify-exposure'>, { manager }: JobContext) {
    // The job may be faster than the event of the completed check.
    const outcome = await this.tasks.outcome(job.variables.outcomeId);
    const exposure = await this.checked.record(manager, outcome);
    const { exposureNo, caseNo, toldCaseNo, orgId, byCustomer } = exposure;
    if (caseNo === null || caseNo === toldCaseNo) return {};
    await this.book.change(manager, exposure, { toldCaseNo: caseNo });
    await this.outbox.event(manager, {
      type: 'exposure.registered',
      subject: exposureNo,
      caseNo,
      orgId,
      actorId: outcome.completedBy,
      cause: { job: job.type },
      process: job,
      data: { ...toldOf(exposure), byCustomer },
    });
    return {};
  }
}
