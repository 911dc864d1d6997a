import type { MeasureRef, MeasuresProposed, TaskOutcome } from '@huiying/contracts';
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
    const follow = await this.organisationOf(answers, report);
    if (answers.errors.length > 0) return {};
    return { measures: await this.measuresOf(answers, subject, follow.followOrgId), ...follow };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const report = await this.archive.find(context.manager, outcome.subjectNo);
    const given = outcome.data['meetingOn'];
    const meetingOn = typeof given === 'string' && given !== '' ? given : dayOf(new Date(outcome.completedAt));
    await this.archive.met(context.manager, report.reportNo, meetingOn);
    const measures = (outcome.variables as { measures?: MeasureRef[] }).measures ?? [];
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

  /** Guidance is carried out where it was given; everything else in the report's own organisation. */
  private async organisationOf(answers: Answers, report: KeptReport) {
    const own = { followOrgId: report.orgId, followOrgType: report.orgType };
    const chosen = answers.text('followUnit');
    if (!guides(report)) return own;
    if (chosen === '') {
      if (answers.lines('measures').length > 0) answers.refuse('followUnit', 'required');
      return own;
    }
    if (!report.items.some(({ id }) => id === chosen)) answers.refuse('followUnit', 'not-offered');
    const organisation = await this.directory.organisation(chosen);
    return organisation ? { followOrgId: organisation.id, followOrgType: organisation.orgType } : own;
  }

  private async measuresOf(answers: Answers, { subjectNo, taskId }: FormSubject, orgId: string) {
    const lines = answers.lines('measures');
    if (lines.length === 0) return [];
    try {
      const asked = { subjectNo, orgId, taskId, lines };
      return (await this.services.post<MeasuresProposed>('investigation', '/internal/measures', asked)).measures;
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
