import { EMERGENCY_RESULTS, type TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { EntryBook } from '../measures/entry-book.js';
import { ResponseForm } from './response-form.js';

/** 处置评估 (R08.10): the leading group says that it is over, that it goes on, or that it was a false alarm. */
@FormOwner('emergency-response--assess')
export class AssessForm extends ResponseForm {
  constructor(
    private readonly entries: EntryBook,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return this.screens.course(this.database.manager, subjectNo);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('result', 'summary', 'revise');
    const result = answers.code('result', EMERGENCY_RESULTS);
    return { result, revise: answers.flag('revise') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const response = await this.responses.latest(manager, outcome.subjectNo);
    if (!response) return;
    const said = { result: String(outcome.variables['result']), summary: new Answers(outcome.data).text('summary') };
    await this.entries.write(manager, response, outcome, {
      kind: 'assessment',
      department: 'leading-group',
      entries: [{ happenedAt: outcome.completedAt, said }],
    });
    if (outcome.variables['result'] === 'continue') await this.responses.nextRound(manager, response);
  }
}
