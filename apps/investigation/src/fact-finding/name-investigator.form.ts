import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { CaseForm, figuresOf } from '../records/case-form.js';
import { InvestigatedFiles } from './investigated-files.js';
import { Handlings } from '../records/handlings.js';
import { Roles, Staff } from '@huiying/service';

/** 指定调查人 (R04.6): nobody investigates before somebody is named who may. */
@FormOwner('investigation--name-investigator')
export class NameInvestigatorForm extends CaseForm {
  constructor(
    private readonly roles: Roles,
    private readonly staff: Staff,
    private readonly files: InvestigatedFiles,
    private readonly handlings: Handlings,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { caseNo, respondentGroup, handlerGroup, complexFlag } = await this.files.of(subject.subjectNo);
    const signed = await this.records.latest(this.database.manager, caseNo, 'complaint-handling--sign');
    return {
      departments: respondentGroup.length > 0 ? respondentGroup : [handlerGroup].filter(Boolean),
      // What the leader marked goes on with the case from here (R09.4, R10.6).
      complex: complexFlag || (signed !== undefined && new Answers(signed.answers).flag('complex') === true),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('investigator', 'outline', 'departments', 'complex');
    const now = await this.files.of(subject.subjectNo);
    const investigator = await this.staff.find(answers.text('investigator'));
    if (!investigator && answers.text('investigator') !== '') answers.refuse('investigator', 'unknown-person');
    if (investigator && (await this.staff.isConflicted(now.caseNo, investigator)))
      answers.refuse('investigator', 'person-conflicted');
    const named = this.roles.allKnown(answers, 'departments');
    // The supervision office looks into a department without conferring with it.
    const departments = now.sealed ? [] : named;
    const complex = !now.sealed && (answers.flag('complex') === true || departments.length > 1);
    if (answers.errors.length === 0) {
      // Both sides count as unheard until they were: the report says so (R04.7).
      await this.database.transaction((manager) =>
        this.handlings.change(manager, now, { departments, silent: ['complainant', 'respondent'] }),
      );
    }
    return { investigator, departments, complex, ...figuresOf(now) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { departments, complex } = outcome.variables as { departments: string[]; complex: boolean };
    await this.tellOfCase(outcome, context, { type: 'investigation.opened' }, { departments, complex });
  }
}
