import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { defineProblems, Directory } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { ReportArchive } from './report-archive.js';
import { ReportCompiler } from './report-compiler.js';
import { type ReportPlan, ReportPlans } from './report-plan.js';
import type { Report } from './report.js';
import { tableText } from './report-tables.js';
import { periodWords, reportWords, roleWords } from './report-words.js';

const CASES = '投诉清单';
const CASE_NO = /TS-[A-Za-z0-9-]+/g;

defineProblems({
  'case-not-in-report': {
    zh: '{caseNo} 不在本期投诉清单中，请核对编号',
    en: '{caseNo} is not among the complaints of this report; check the number',
  },
});

/** 编制/查阅: figures and cases as they are now; analysis and advice are the compiler's (R07.8, R07.9, R12.5). */
@FormOwner('periodic-report--edit')
export class EditReportForm extends RecordedForm {
  constructor(
    private readonly archive: ReportArchive,
    private readonly compiler: ReportCompiler,
    private readonly plans: ReportPlans,
    private readonly directory: Directory,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const report = await this.archive.find(manager, subjectNo);
    const { tables, notes } = await this.compiler.content(manager, report);
    const unit = await this.directory.unit(report.unitId);
    return {
      heading: `${unit?.name ?? report.unitId} ${reportWords(report.reportId)} ${periodWords(report.period)}`,
      table: tables
        .filter(({ title }) => title !== CASES)
        .map(tableText)
        .join('\n\n'),
      cases: tables
        .filter(({ title }) => title === CASES)
        .map(tableText)
        .join('\n'),
      notes: notes.join('\n') || '无',
      delivery: deliveryWords(this.plans.of(report.reportId, report.orgType)),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('analysis', 'advice');
    const report = await this.archive.find(this.database.manager, subjectNo);
    const recurring = await this.compiler.recurringOf(report);
    if (recurring.length > 0) answers.require('preventive');
    await this.readFollowUp(answers, report);
    return { preventive: answers.flag('preventive') };
  }

  /** What is to be followed up are complaints of this report: a number mistyped would be lost to the meeting (R07.10). */
  private async readFollowUp(answers: Answers, report: Report): Promise<void> {
    const marked = answers.text('followUp').match(CASE_NO) ?? [];
    if (marked.length === 0) return;
    const cases = await this.compiler.casesOf(this.database.manager, report);
    const unknown = marked.find((no) => !cases.some(({ caseNo }) => caseNo === no));
    if (unknown !== undefined)
      answers.errors.push({ field: 'followUp', code: 'case-not-in-report', params: { caseNo: unknown } });
  }

  /** A report that nobody receives ends here (R07.8). */
  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const report = await this.archive.find(manager, outcome.subjectNo);
    const plan = this.plans.of(report.reportId, report.orgType);
    if ((plan?.recipients ?? []).length > 0) return;
    const content = await this.compiler.content(manager, report);
    await this.archive.reviewed(manager, report.reportNo, this.compiler.cutOf(report), content);
    await this.tell(outcome, context, {
      type: 'report.reviewed',
      subject: report.reportNo,
      orgId: report.orgId,
      data: { unitId: report.unitId, period: report.period, reportId: report.reportId, cases: content.cases },
    });
  }
}

const AFTER: Readonly<Record<ReportPlan['after'], string>> = {
  none: '送达即止',
  reviewed: '查阅即止',
  meeting: '开会，写会议纪要',
  act: '逐项写处理意见',
  guide: '写指导意见',
  preventive: '提出预防措施的，开纠正和预防措施',
};

/** Whom it goes to, and what they do with it: the compiler writes for them. */
function deliveryWords(plan: ReportPlan | null): string {
  if (!plan) return '';
  const to = plan.recipients.map((role) =>
    plan.copies.includes(role) ? `${roleWords(role)}（附投诉记录）` : roleWords(role),
  );
  return [...(to.length > 0 ? [`送达：${to.join('、')}`] : []), `之后：${AFTER[plan.after]}`].join('\n');
}
