import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { CaseForm } from '../records/case-form.js';
import { MeasureBook } from './measure-book.js';

/** 落实措施 (R01.5, R13.5). The subject is the measure. */
@FormOwner('measure-follow-up--carry-out')
export class CarryOutForm extends CaseForm {
  constructor(
    private readonly measures: MeasureBook,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('completion', 'doneOn');
    const measure = await this.measures.read(this.database.manager, subjectNo);
    const paidFen = answers.fen('amountFen');
    if (measure.type === 'compensate' && paidFen === null) answers.refuse('amountFen', 'required');
    // Known before the completion is told around, so that verifying at once finds it (separation of duties).
    if (answers.errors.length === 0) await this.measures.carriedOutBy(this.database.manager, subjectNo, actorId);
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const measureNo = outcome.subjectNo;
    const measure = await this.measures.read(context.manager, measureNo);
    const said = new Answers(outcome.data);
    const doneOn = said.text('doneOn').slice(0, 10);
    const paidFen = said.fen('amountFen');
    await this.measures.done(context.manager, measureNo, { doneOn, doneBy: outcome.completedBy, paidFen });
    const { caseNo, orgId, type, plannedOn } = measure;
    const data = { measureNo, type, plannedOn, doneOn, ...(paidFen === null ? {} : { amountFen: paidFen }) };
    if (caseNo !== null) await this.tellOfCase(outcome, context, { type: 'measure.done', subject: measureNo }, data);
    // What belongs to no case (supervision, corrective action, report) knows its organisation itself: the table asks for one of both.
    else if (orgId !== null)
      await this.tell(outcome, context, { type: 'measure.done', subject: measureNo, orgId, data });
  }
}
