import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ReportAudit } from '../audit/report-audit.js';
import { Handlers } from '../people/handlers.js';
import { StaffLines } from '../people/staff-lines.js';
import { Reports } from '../record/reports.js';

/** 归档 (R05.6, R05.8): the record is closed for everybody; from now on the report-custodian alone keeps and reads it. */
@ZeebeWorker('employee-reports.seal-report')
export class SealReportWorker implements JobHandler<'employee-reports.seal-report'> {
  constructor(
    private readonly reports: Reports,
    private readonly handlers: Handlers,
    private readonly staff: StaffLines,
    private readonly audit: ReportAudit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'employee-reports.seal-report'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'employee-reports.seal-report'>> {
    const { subjectNo: reportNo } = job.variables;
    const { content } = await this.reports.demand(manager, reportNo, true);
    for (const { id, part } of await this.handlers.of(manager, reportNo))
      if (part !== 'report-custodian') await this.handlers.end(manager, id);
    if (!(await this.reports.seal(manager, reportNo, this.clock.now()))) return {};
    await this.audit.record(manager, 'report.sealed', { reportNo });
    await this.outbox.event(manager, {
      type: 'employee-report.sealed',
      subject: reportNo,
      orgId: await this.staff.topOf(content.orgId),
      actorId: 'system',
      cause: { job: 'employee-reports.seal-report' },
      data: { reportNo },
    });
    return {};
  }
}
