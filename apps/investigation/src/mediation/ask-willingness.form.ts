import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';
import { MediationFailures } from './mediation-failures.js';

/** 征询调解意愿: both sides, and one refusal is enough (R06.7). */
@FormOwner('mediation--ask-willingness')
export class AskWillingnessForm extends CaseForm {
  constructor(private readonly failures: MediationFailures) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('complainantAgrees', 'respondentAgrees');
    return { willing: answers.flag('complainantAgrees') === true && answers.flag('respondentAgrees') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.variables['willing'] === true) return;
    await this.failures.emit(context.manager, {
      subjectNo: outcome.caseNo ?? outcome.subjectNo,
      because: 'unwilling',
      cause: { form: 'mediation--ask-willingness' },
      actorId: outcome.completedBy,
      causationId: context.causationId,
    });
  }
}
