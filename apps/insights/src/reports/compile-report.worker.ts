import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ReportArchive } from './report-archive.js';
import { ReportCompiler } from './report-compiler.js';

/** The draft that the compiler opens (R07.8–R07.11, R09.8, R10.9, R12.5). */
@ZeebeWorker('insights.compile-report')
export class CompileReportWorker implements JobHandler<'insights.compile-report'> {
  constructor(
    private readonly compiler: ReportCompiler,
    private readonly archive: ReportArchive,
  ) {}

  async handle({ variables }: JobOf<'insights.compile-report'>, { manager }: JobContext) {
    const { subjectNo: reportNo, reportId, unitId, orgId, orgType, period } = variables;
    const { periodFrom, periodUntil, dueOn, compilerGroup } = variables;
    const report = {
      ...{ reportNo, reportId, unitId, orgId, orgType, period },
      ...{ periodFrom, periodUntil, dueOn, compilerGroup },
    };
    const content = await this.compiler.content(manager, report);
    await this.archive.draft(manager, report, content);
    return { cases: content.cases };
  }
}
