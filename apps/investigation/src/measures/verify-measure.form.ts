import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Problem } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { CaseForm } from '../records/case-form.js';
import { MeasureBook } from './measure-book.js';

/** 验证措施 (R09.6, R13.5): by the receiver, never by who carried it out (access.md, separation of duties). */
@FormOwner('measure-follow-up--verify-measure')
export class VerifyMeasureForm extends CaseForm {
  constructor(
    private readonly measures: MeasureBook,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    const measure = await this.measures.find(this.database.manager, subjectNo);
    if (measure?.doneBy === actorId) throw new Problem('same-person', 'forbidden');
    answers.require('done', 'effect');
    const done = answers.flag('done') === true;
    if (!done) answers.require('incompleteReason');
    return { done };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.variables['done'] === false) await this.measures.sentBack(context.manager, outcome.subjectNo);
  }
}
