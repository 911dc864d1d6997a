import { JUSTIFIED, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { CaseForm } from '../records/case-form.js';
import { InvestigatedFiles } from './investigated-files.js';
import { Handlings } from '../records/handlings.js';

/** 调查报告: facts, whether the complaint is justified, and who was not heard (R04.6, R04.7, R03.11). */
@FormOwner('investigation--write-report')
export class WriteReportForm extends CaseForm {
  constructor(
    private readonly handlings: Handlings,
    private readonly files: InvestigatedFiles,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('findings', 'justified', 'conclusive', 'responsibleParty', 'fault', 'suggestedMeasures');
    answers.requireCause();
    const now = await this.files.of(subject.subjectNo);
    const { manager } = this.database;
    const handling = await this.handlings.find(manager, now.caseNo);
    const silent = (handling?.silent ?? []).length > 0 || now.anonymous;
    if (silent && answers.text('absenceNote') === '') answers.refuse('absenceNote', 'absence-note-required');
    const justified = JUSTIFIED.find((code) => code === answers.text('justified')) ?? null;
    if (justified === null && answers.text('justified') !== '') answers.refuse('justified', 'not-allowed-value');
    const conclusive = answers.flag('conclusive') === true;
    if (answers.errors.length === 0) {
      // The decision that follows at once is checked against these (R04.9).
      await this.handlings.change(manager, now, { justified, conclusive, causeCode: answers.text('causeCode') });
    }
    return { justified, conclusive, fault: answers.flag('fault') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const handling = await this.handlings.find(context.manager, caseNo);
    const { justified, conclusive, fault } = outcome.variables as {
      justified: (typeof JUSTIFIED)[number];
      conclusive: boolean;
      fault: boolean;
    };
    await this.tellOfCase(
      outcome,
      context,
      { type: 'investigation.reported' },
      {
        justified,
        conclusive,
        fault,
        departments: handling?.departments ?? [],
        silent: (handling?.silent ?? []) as ('complainant' | 'respondent')[],
      },
    );
  }
}
