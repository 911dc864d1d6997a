import { Outbox } from '@huiying/events';
import { Clock, Problem } from '@huiying/platform';
import { CompletedTask, ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Analyses } from './analyses.js';
import { DefectBook } from './defect-book.js';

/** The special analysis goes to the group (R10.4); its number is the defect's that brought it up, with `-F`. */
@ZeebeWorker('warranty-routing.file-analysis')
export class FileAnalysisWorker implements JobHandler<'warranty-routing.file-analysis'> {
  constructor(
    private readonly completed: CompletedTask,
    private readonly defects: DefectBook,
    private readonly analyses: Analyses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'warranty-routing.file-analysis'>, { manager }: JobContext) {
    const { subjectNo: defectNo, orgId, defectType } = job.variables;
    const outcome = await this.completed.outcome(job.variables.outcomeId);
    const defect = await this.defects.find(manager, defectNo);
    if (!defect?.projectId) throw new Problem('defect-unknown', 'fault');
    const analysisId = `${defectNo}-F`;
    await this.analyses.send(manager, {
      analysisId,
      defectNo,
      projectId: defect.projectId,
      defectType,
      count: defect.counted ?? 0,
      analysedBy: outcome.completedBy,
      sentAt: this.clock.now(),
    });
    await this.outbox.event(manager, {
      type: 'analysis.filed',
      ...ofJobAbout(job, { subject: defectNo, caseNo: defect.caseNo, orgId }),
      data: { projectId: defect.projectId, defectType, analysisId },
    });
    return {};
  }
}
