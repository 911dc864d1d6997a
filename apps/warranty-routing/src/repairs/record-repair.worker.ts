import { Outbox } from '@huiying/events';
import { type FormRecord, FormRecords } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { ofJob } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { SurveyReports } from '../reports/survey-reports.js';
import { Repairs } from './repairs.js';

const REPAIR = 'construction-warranty--repair';

/** The owner accepted: the builder's repair is on record, and may be said to be tracked (R02.9, R02.10). */
@ZeebeWorker('warranty-routing.record-repair')
export class RecordRepairWorker implements JobHandler<'warranty-routing.record-repair'> {
  constructor(
    private readonly repairs: Repairs,
    private readonly records: FormRecords,
    private readonly reports: SurveyReports,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'warranty-routing.record-repair'>, { manager }: JobContext) {
    const { subjectNo: caseNo, repairGroup, underWarranty } = job.variables;
    await this.records.demandKept(manager, job.variables.outcomeId);
    const named = (await this.repairOf(manager, caseNo))?.answers['doneOn'];
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

  /** Since the report that asked for it: a joint solution is carried out by measures, and one of the round before says no day of this. */
  private async repairOf(manager: EntityManager, caseNo: string): Promise<FormRecord | undefined> {
    const report = await this.reports.latest(manager, caseNo);
    const repaired = await this.records.latest(manager, caseNo, REPAIR);
    return report && repaired && repaired.completedAt < report.sentAt ? undefined : repaired;
  }
}
