import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { toldOf } from './exposure.js';
import { ExposureBook } from './exposure-book.js';
import { OpenStores } from '../stores/open-stores.js';

/**
 * 视为属实: admitted, not clarified in time, or not disproved (R11.4). The other stores of the company that were open on the day of
 * publication are counted for decision `media-penalty` and kept as its payees (R11.5, R11.6).
 */
@ZeebeWorker('media-penalties.confirm-exposure')
export class ConfirmExposureWorker implements JobHandler<'media-penalties.confirm-exposure'> {
  constructor(
    private readonly book: ExposureBook,
    private readonly stores: OpenStores,
    private readonly outbox: Outbox,
  ) {}

  async handle(
    job: JobOf<'media-penalties.confirm-exposure'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'media-penalties.confirm-exposure'>> {
    const { subjectNo, disputed, byCustomer, about } = job.variables;
    const exposure = await this.book.lock(manager, subjectNo);
    const { exposureNo, caseNo, orgId, storeId, publishedOn } = exposure;
    const payees = (await this.stores.on(publishedOn, orgId)).filter((id) => id !== storeId);
    const because = disputed === true ? 'not-disproved' : disputed === false ? 'admitted' : 'not-clarified';
    await this.book.change(manager, exposure, { state: 'confirmed', because, payees });
    await this.outbox.event(manager, {
      type: 'exposure.confirmed',
      ...ofJobAbout(job, { subject: exposureNo, caseNo, orgId }),
      data: { ...toldOf(exposure), because, byCustomer, about, otherStores: payees.length },
    });
    return { otherStores: payees.length, payees, linkedCaseNo: caseNo };
  }
}
