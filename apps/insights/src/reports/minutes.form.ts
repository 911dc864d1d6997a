import type { MeasureRef, MeasuresProposed, TaskOutcome, UnitMeasure } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, defineProblems, Directory, Problem, ServiceClient } from '@huiying/platform';
import { dayOf, isDay } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { type KeptReport, ReportArchive } from './report-archive.js';
import { REPORT_KINDS } from './report-kinds.js';
import { ReportPlans } from './report-plan.js';
import { tableText } from './report-tables.js';
import { periodWords, reportWords } from './report-words.js';
import type { ReportItem } from './report.js';

defineProblems({
  'item-left-out': { zh: '缺少这一项的意见：{item}', en: 'There is no decision on {item}' },
  'meeting-in-future': { zh: '会议日期不能晚于今天', en: 'The meeting cannot lie in the future' },
  'not-offered': { zh: '请从列出的单位中选择', en: 'Choose one of the units offered' },
});

/** A line of the 措施列表 and who carries it out. */
interface MeasureOfUnit extends Pick<UnitMeasure, 'orgId' | 'orgType'> {
  line: Record<string, unknown>;
}

/** 会议纪要、处理意见、指导意见: a word on each item; what is to be done becomes measures (R07.10, R12.8, R10.10, R02.1). */
@FormOwner('periodic-report--minutes')
export class MinutesForm extends RecordedForm {
  constructor(
    private readonly archive: ReportArchive,
    private readonly plans: ReportPlans,
    private readonly services: ServiceClient,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const report = await this.archive.find(manager, subjectNo);
    const texts = await this.archive.texts(manager, subjectNo);
    const unit = await this.directory.unit(report.unitId);
    return {
      heading: `${unit?.name ?? report.unitId} ${reportWords(report.reportId)} ${periodWords(report.period)}`,
      table: (report.tables ?? []).map(tableText).join('\n\n'),
      analysis: texts ? `${texts.analysis}\n${texts.advice}` : '',
      items: (await this.itemsOf(report)).map(({ label }) => ({ item: label, opinion: '' })),
      units: report.items.filter(() => guides(report)).map(({ id, label }) => ({ value: id, label })),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const report = await this.archive.find(this.database.manager, subject.subjectNo);
    this.readMeeting(answers, report);
    await this.readItems(answers, report);
    const lines = await this.linesOf(answers, report);
    if (answers.errors.length > 0) return {};
    return { measures: await this.measuresOf(answers, subject, report, lines) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const report = await this.archive.find(context.manager, outcome.subjectNo);
    const given = outcome.data['meetingOn'];
    const meetingOn = typeof given === 'string' && given !== '' ? given : dayOf(new Date(outcome.completedAt));
    await this.archive.met(context.manager, report.reportNo, meetingOn);
    const guided = (outcome.variables as { measures?: UnitMeasure[] }).measures ?? [];
    const measures = guided.map(({ measureNo, group, plannedOn }): MeasureRef => ({ measureNo, group, plannedOn }));
    const { reportNo, orgId, unitId, period, reportId } = report;
    await this.tell(outcome, context, {
      type: 'minutes.recorded',
      subject: reportNo,
      orgId,
      data: { unitId, period, reportId, meetingOn, measures },
    });
  }

  /** Cases that the compiler marked for follow-up are the meeting's items; without a mark all of them are. */
  private async itemsOf(report: KeptReport): Promise<ReportItem[]> {
    if (this.afterOf(report) !== 'meeting') return report.items;
    const marked = (await this.archive.texts(this.database.manager, report.reportNo))?.followUp ?? '';
    const chosen = report.items.filter(({ id }) => marked.includes(id));
    return chosen.length > 0 ? chosen : report.items;
  }

  private readMeeting(answers: Answers, report: KeptReport): void {
    if (this.afterOf(report) === 'meeting') answers.require('meetingOn');
    const day = answers.day('meetingOn');
    if (day === null) return;
    if (!isDay(day)) answers.refuse('meetingOn', 'not-a-day');
    else if (day > dayOf(this.clock.now())) answers.refuse('meetingOn', 'meeting-in-future');
  }

  /** Each item has its word; one that was taken off the list has none (R12.8). */
  private async readItems(answers: Answers, report: KeptReport): Promise<void> {
    const lines = answers.lines('items');
    const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
    for (const [place, line] of lines.entries())
      for (const key of ['item', 'opinion'])
        if (text(line[key]) === '') answers.refuse(`items.${place}.${key}`, 'required');
    const named = lines.map((line) => text(line['item']));
    for (const { label } of await this.itemsOf(report))
      if (!named.includes(label))
        answers.errors.push({ field: 'items', code: 'item-left-out', params: { item: label } });
  }

  /** Each measure with its organisation: guidance is carried out by the unit that its line names, everything else by the report's own. */
  private async linesOf(answers: Answers, report: KeptReport): Promise<MeasureOfUnit[]> {
    const lines: MeasureOfUnit[] = [];
    for (const [place, { unit, ...line }] of answers.lines('measures').entries()) {
      if (guides(report)) {
        if (typeof unit !== 'string' || unit === '') answers.refuse(`measures.${place}.unit`, 'required');
        else if (!report.items.some(({ id }) => id === unit)) answers.refuse(`measures.${place}.unit`, 'not-offered');
      }
      const guided = guides(report) && typeof unit === 'string' ? await this.directory.organisation(unit) : undefined;
      const { id: orgId, orgType } = guided ?? { id: report.orgId, orgType: report.orgType };
      lines.push({ line, orgId, orgType });
    }
    return lines;
  }

  private async measuresOf(
    answers: Answers,
    { subjectNo, taskId }: FormSubject,
    { orgId: ownOrgId }: KeptReport,
    given: readonly MeasureOfUnit[],
  ): Promise<UnitMeasure[]> {
    if (given.length === 0) return [];
    try {
      const lines = given.map(({ line, orgId }) => ({ ...line, orgId }));
      const asked = { subjectNo, orgId: ownOrgId, taskId, lines };
      const { measures } = await this.services.post<MeasuresProposed>('investigation', '/internal/measures', asked);
      return measures.flatMap((measure, place) => {
        const of = given[place];
        return of ? [{ ...measure, orgId: of.orgId, orgType: of.orgType }] : [];
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'rejected') throw error;
      answers.errors.push(...error.errors);
      return [];
    }
  }

  private afterOf({ reportId, orgType }: KeptReport) {
    return this.plans.of(reportId, orgType)?.after;
  }
}

function guides({ reportId }: KeptReport): boolean {
  return REPORT_KINDS[reportId].guides === true;
}
