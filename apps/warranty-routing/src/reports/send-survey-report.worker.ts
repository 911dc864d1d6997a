import { Outbox } from '@huiying/events';
import { FormRecords } from '@huiying/forms';
import { Directory, Problem } from '@huiying/platform';
import { CaseFacts, CompletedTask, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ProjectService } from '../project/project.service.js';
import { figuresOf } from '../records/quality-form.js';
import { CaseWarranty } from '../warranty/case-warranty.js';
import { REPORT_RECIPIENTS, type ReportRecipient, SurveyReports } from './survey-reports.js';

const REPORT = 'quality-escalation--write-survey-report';

/** R02.8: both departments hold the report from this moment. Its number is the case's: another one is refused (R13.4). */
@ZeebeWorker('warranty-routing.send-survey-report')
export class SendSurveyReportWorker implements JobHandler<'warranty-routing.send-survey-report'> {
  constructor(
    private readonly completed: CompletedTask,
    private readonly records: FormRecords,
    private readonly reports: SurveyReports,
    private readonly facts: CaseFacts,
    private readonly projects: ProjectService,
    private readonly warranty: CaseWarranty,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'warranty-routing.send-survey-report'>, { manager }: JobContext) {
    const { subjectNo: caseNo, orgId } = job.variables;
    const outcome = await this.completed.outcome(job.variables.outcomeId, REPORT);
    if (outcome.subjectNo !== caseNo) throw new Problem('report-of-other-number', 'fault');
    // The job may be faster than the event of the completed form, and whoever opens the report has to see this one.
    await this.records.keep(manager, outcome);
    const now = await this.facts.now(caseNo);
    const project = now.project ? await this.projects.find(now.project, now.building) : undefined;
    const units: Partial<Record<ReportRecipient, string | null>> = {};
    for (const role of REPORT_RECIPIENTS) {
      const found = await this.directory.lookUpRole(role, { orgId, ...(project && { project }) });
      units[role] = found.unitId;
    }
    await this.reports.send(
      manager,
      { caseNo, outcomeId: outcome.id, writtenBy: outcome.completedBy },
      units as Record<ReportRecipient, string | null>,
    );
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'survey-report.sent',
      data: { reportId: caseNo, recipients: [...REPORT_RECIPIENTS] },
    });
    return {
      completionAcceptedOn: await this.warranty.acceptedOn(now),
      severity: now.severity as 'general' | 'major' | null,
      amountYuan: figuresOf(now).amountYuan,
    };
  }
}
