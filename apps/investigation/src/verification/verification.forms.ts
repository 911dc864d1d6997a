import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';

/** R13.9: what was handled is verified and approved before the file closes. */
@Injectable()
abstract class VerificationForm extends CaseForm {
  protected abstract readonly step: 'verify' | 'approve';
  /** The variable that says whether it passed. */
  protected abstract readonly verdict: 'passed' | 'approved';

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.tellOfCase(
      outcome,
      context,
      { type: 'case.verified' },
      { step: this.step, passed: outcome.variables[this.verdict] === true },
    );
  }
}

/** 审核验证. */
@FormOwner('feedback-closure--verify')
export class VerifyForm extends VerificationForm {
  protected readonly step = 'verify';
  protected readonly verdict = 'passed';

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('verification', 'passed');
    return { passed: answers.flag('passed') === true };
  }
}

/** 审批. */
@FormOwner('feedback-closure--approve')
export class ApproveForm extends VerificationForm {
  protected readonly step = 'approve';
  protected readonly verdict = 'approved';

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion', 'approved');
    return { approved: answers.flag('approved') === true };
  }
}
