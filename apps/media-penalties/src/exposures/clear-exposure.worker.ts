import { Outbox } from '@huiying/events';
import { Problem } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './exposure.js';
import { ExposureBook } from './exposure-book.js';
import './exposure.problems.js';

/** The store showed in time that the report is wrong: no fine (R11.4). */
@ZeebeWorker('media-penalties.clear-exposure')
export class ClearExposureWorker implements JobHandler<'media-penalties.clear-exposure'> {
  constructor(
    private readonly book: ExposureBook,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'media-penalties.clear-exposure'>, { manager }: JobContext) {
    const exposure = await this.book.lock(manager, job.variables.subjectNo);
    const { exposureNo, caseNo, orgId, clarifiedOn } = exposure;
    if (clarifiedOn === null) throw new Problem('exposure-not-clarified', 'fault');
    await this.book.change(manager, exposure, { state: 'cleared' });
    await this.outbox.event(manager, {
      type: 'exposure.cleared',
      ...ofJobAbout(job, { subject: exposureNo, caseNo, orgId }),
      data: { ...toldOf(exposure), clarifiedOn },
    });
    return {};
  }
}
