import { Outbox } from '@huiying/events';
import { Clock, Problem } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Concentration } from './concentration.js';
import { DefectBook } from './defect-book.js';

/** The rectification was accepted: recorded, and counted with those of its kind (R10.4). */
@ZeebeWorker('warranty-routing.record-defect')
export class RecordDefectWorker implements JobHandler<'warranty-routing.record-defect'> {
  constructor(
    private readonly defects: DefectBook,
    private readonly concentration: Concentration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'warranty-routing.record-defect'>, { manager }: JobContext) {
    const { subjectNo: defectNo, orgId, component, defectType } = job.variables;
    const defect = await this.defects.find(manager, defectNo);
    if (!defect?.projectId) throw new Problem('defect-unknown', 'fault');
    const count = await this.concentration.count(manager, defect);
    await this.defects.accepted(manager, defectNo, this.clock.now(), count);
    const onTime = defect.rectifiedOn !== null && defect.plannedOn !== null && defect.rectifiedOn <= defect.plannedOn;
    await this.outbox.event(manager, {
      type: 'defect.rectified',
      ...ofJobAbout(job, { subject: defectNo, caseNo: defect.caseNo, orgId }),
      data: { projectId: defect.projectId, defectType, component, onTime },
    });
    return { count };
  }
}
