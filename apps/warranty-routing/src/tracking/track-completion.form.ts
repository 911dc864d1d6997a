import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { Repairs } from '../repairs/repairs.js';
import { SurveyReports } from '../reports/survey-reports.js';
import { SettlingForm } from '../settlement/settling-form.js';

/** 跟踪落实 by customer service, from the report until the repair is there (R02.10). */
@FormOwner('quality-escalation--track-completion')
export class TrackCompletionForm extends SettlingForm {
  constructor(
    private readonly repairs: Repairs,
    private readonly reports: SurveyReports,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    await this.reports.received(this.database.manager, subjectNo, 'customer-service', actorId);
    return {
      report: await this.screens.report(subjectNo),
      warranty: await this.screens.warranty(subjectNo),
      repairState: await this.screens.progress(subjectNo),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('progress', 'tracked');
    const tracked = answers.flag('tracked') === true;
    if (tracked) {
      if (!(await this.isRepaired(subject.subjectNo))) answers.refuse('tracked', 'repair-not-recorded');
      answers.requireConclusion();
    } else answers.require('nextTrackOn');
    const nextTrackOn = tracked ? null : answers.day('nextTrackOn');
    if (nextTrackOn !== null && nextTrackOn < this.today()) answers.refuse('nextTrackOn', 'in-the-past');
    return { tracked, nextTrackOn, ...(await this.concluded(answers, subject, tracked)) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await context.manager.query(
      `INSERT INTO tracking_round (task_id, case_no, tracked, next_on, by, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [
        outcome.taskId,
        outcome.subjectNo,
        outcome.variables['tracked'] === true,
        outcome.variables['nextTrackOn'] ?? null,
        outcome.completedBy,
        outcome.completedAt,
      ],
    );
  }

  private async isRepaired(caseNo: string): Promise<boolean> {
    const { manager } = this.database;
    const report = await this.reports.latest(manager, caseNo);
    return report !== undefined && this.repairs.recordedSince(manager, caseNo, report.sentAt);
  }
}
