import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { dayOf } from '@huiying/working-time';
import { MeasureBook } from './measure-book.js';

/** A measure that its receiver verified is closed (R09.6, R13.5). */
@ZeebeWorker('investigation.close-measure')
export class CloseMeasureWorker implements JobHandler<'investigation.close-measure'> {
  constructor(
    private readonly measures: MeasureBook,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.close-measure'>, { manager }: JobContext) {
    const { subjectNo: measureNo, orgId } = job.variables;
    const measure = await this.measures.read(manager, measureNo);
    const closedOn = dayOf(this.clock.now());
    await this.measures.close(manager, measureNo, closedOn);
    await this.outbox.event(manager, {
      type: 'measure.closed',
      ...ofJobAbout(job, { subject: measureNo, caseNo: measure.caseNo, orgId }),
      data: { measureNo, type: measure.type, plannedOn: measure.plannedOn, closedOn, effective: true },
    });
    return {};
  }
}
