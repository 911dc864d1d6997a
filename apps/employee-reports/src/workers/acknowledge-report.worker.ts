import type { OutputOf } from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { TakenOver } from '../filing/taken-over.js';
import { Reports } from '../record/reports.js';

/** 受理号码 (R05.2): on file, what intake sealed moved here, and the process instance known to the report. */
@ZeebeWorker('employee-reports.acknowledge-report')
export class AcknowledgeReportWorker implements JobHandler<'employee-reports.acknowledge-report'> {
  constructor(
    private readonly reports: Reports,
    private readonly takenOver: TakenOver,
  ) {}

  async handle(
    job: JobOf<'employee-reports.acknowledge-report'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'employee-reports.acknowledge-report'>> {
    const { subjectNo } = job.variables;
    if (!(await this.reports.find(manager, subjectNo)) && !(await this.takenOver.take(manager, subjectNo)))
      throw new Problem('not-found', 'missing');
    await this.reports.isRunBy(manager, subjectNo, job.instanceKey);
    return {};
  }
}
