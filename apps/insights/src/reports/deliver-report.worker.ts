import { Outbox } from '@huiying/events';
import type { PreventiveAction, ReportNoticeInput } from '@huiying/contracts';
import { Clock, Directory, RelationWriter, ServiceClient } from '@huiying/platform';
import { CompletedTask, ofJobAbout } from '@huiying/service';
import { minuteOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { RecurringCauses } from '../topics/recurring-causes.service.js';
import { type KeptReport, ReportArchive, type ReportTexts } from './report-archive.js';
import type { ReportCase } from './report-cases.js';
import { ReportCompiler } from './report-compiler.js';
import { reportPdf } from './report-pdf.js';
import { type Recipient, ReportRecipients } from './report-recipients.js';
import { recordTable } from './report-tables.js';
import { periodWords, reportWords, roleWords } from './report-words.js';
import { reportXlsx } from './report-xlsx.js';
import type { Report, ReportContent } from './report.js';

type Job = 'insights.deliver-report';

/** The report as it is now goes to the archive and to its recipients; with copies of the records where the plan says (R07.9). */
@ZeebeWorker('insights.deliver-report')
export class DeliverReportWorker implements JobHandler<Job> {
  constructor(
    private readonly compiler: ReportCompiler,
    private readonly archive: ReportArchive,
    private readonly recipients: ReportRecipients,
    private readonly causes: RecurringCauses,
    private readonly tasks: CompletedTask,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly services: ServiceClient,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext) {
    const { subjectNo, outcomeId, recipients, copies } = job.variables;
    const report = await this.archive.find(manager, subjectNo);
    const texts = textsOf((await this.tasks.outcome(outcomeId)).data);
    const content = await this.compiler.content(manager, report);
    const cases = await this.compiler.casesOf(manager, report);
    const withRecords = copies ?? [];
    const tables = withRecords.length > 0 ? [...content.tables, recordTable(cases)] : content.tables;
    const full = { ...content, tables };
    await this.archive.delivered(manager, subjectNo, {
      content: full,
      texts,
      files: await this.filesOf(report, full, texts),
      cutAt: this.compiler.cutOf(report),
      deliveredAt: this.clock.now(),
    });
    const found = await this.recipients.of(manager, report, recipients);
    const copied = (await this.recipients.of(manager, report, withRecords)).map(keyOf);
    await this.archive.receivedBy(
      manager,
      subjectNo,
      found.map((one) => ({ ...one, copies: copied.includes(keyOf(one)) ? cases.length : 0 })),
    );
    const handed = found.filter((one) => copied.includes(keyOf(one)));
    await this.openRecords(manager, subjectNo, handed, cases);
    await this.tell(job, manager, handed.length * cases.length);
    await this.announce(report, found);
    return { actions: await this.actionsOf(report) };
  }

  private async filesOf(report: KeptReport, content: ReportContent, texts: ReportTexts) {
    const title = await this.titleOf(report);
    const at = this.clock.now();
    const lines = [
      `期间：${periodWords(report.period)}（${report.periodFrom} 至 ${report.periodUntil}）`,
      `编制：${roleWords(report.compilerGroup)}\u3000送达：${minuteOf(at)}`,
    ];
    const said = [
      { title: '分析', text: texts.analysis },
      { title: '建议', text: texts.advice },
      ...(texts.followUp ? [{ title: '需跟进案件', text: texts.followUp }] : []),
      ...(content.notes.length > 0 ? [{ title: '提示', text: content.notes.join('\n') }] : []),
    ];
    const own = { title: '说明', columns: ['项目', '内容'], rows: said.map(({ title: name, text }) => [name, text]) };
    return {
      xlsx: await reportXlsx([title, ...lines], [...content.tables, own]),
      pdf: await reportPdf({ title, lines, texts: said, tables: content.tables, at }),
    };
  }

  private async titleOf({ unitId, reportId }: Report): Promise<string> {
    const unit = await this.directory.unit(unitId);
    return `${unit?.name ?? unitId}${reportWords(reportId)}`;
  }

  /** Intake, from where letters leave the house, tells the recipients that it is there: title and link alone. */
  private async announce(report: Report, recipients: readonly Recipient[]): Promise<void> {
    const title = `${await this.titleOf(report)}（${periodWords(report.period)}）`;
    const notice: ReportNoticeInput = { reportNo: report.reportNo, title, recipients: [...recipients] };
    await this.services.post('intake', '/internal/report-notices', notice);
  }

  /** A copy of a record is the record itself, open for reading. */
  private async openRecords(
    manager: EntityManager,
    reportNo: string,
    to: readonly Recipient[],
    cases: readonly ReportCase[],
  ): Promise<void> {
    for (const { role, unitId } of to)
      for (const { caseNo } of cases)
        await this.relations.grant(manager, { caseNo, rel: 'con', role, unitId, source: `report:${reportNo}` });
  }

  private async tell(job: JobOf<Job>, manager: EntityManager, copies: number): Promise<void> {
    const { subjectNo, orgId, unitId, period, reportId, recipients } = job.variables;
    await this.outbox.event(manager, {
      type: 'report.delivered',
      ...ofJobAbout(job, { subject: subjectNo, orgId }),
      data: { unitId, period, reportId, recipients, copies },
    });
  }

  private async actionsOf(report: Report): Promise<PreventiveAction[]> {
    const recurring = await this.compiler.recurringOf(report);
    return recurring.map(({ area, causeCode }) => ({
      area,
      causeCode,
      originNo: `${report.reportNo}:${area}.${causeCode}`,
      responsibleGroup: this.causes.responsible(area),
    }));
  }
}

function textsOf(data: Record<string, unknown>): ReportTexts {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key].trim() : '');
  return { analysis: text('analysis'), advice: text('advice'), followUp: text('followUp') };
}

function keyOf({ role, unitId }: Recipient): string {
  return `${role}@${unitId}`;
}
