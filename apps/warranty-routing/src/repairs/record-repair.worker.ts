import { Outbox } from '@huiying/events';
import { FormRecords } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { ofJob } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Repairs } from './repairs.js';

const REPAIR = 'construction-warranty--repair';

/** The owner accepted: the builder's repair is on record, and may be said to be tracked (R02.9, R02.10). */
@ZeebeWorker('warranty-routing.record-repair')
export class RecordRepairWorker implements JobHandler<'warranty-routing.record-repair'> {
  constructor(
    private readonly repairs: Repairs,
    private readonly records: FormRecords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'warranty-routing.record-repair'>, { manager }: JobContext) {
    const { subjectNo: caseNo, repairGroup, underWarranty } = job.variables;
    await this.records.demandKept(manager, job.variables.outcomeId);
    const said = await this.records.latest(manager, caseNo, REPAIR);
    const named = said?.answers['doneOn'];
    const doneOn = typeof named === 'string' ? named.slice(0, 10) : dayOf(this.clock.now());
    await this.repairs.record(manager, {
      sourceId: job.key,
      caseNo,
      level: 3,
      repairGroup,
      underWarranty,
      doneOn,
      accepted: true,
      recordedAt: this.clock.now(),
    });
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'repair.done',
      data: { level: 3, doneOn, accepted: true },
    });
    return {};
  }
}
