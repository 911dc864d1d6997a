import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { InjectOutbox, type Outbox } from '@huiying/events';
import { FormOwner } from '@huiying/forms';
import type { EntityManager } from 'typeorm';
import type { Answers } from '../records/answers.js';
import { CaseFacts } from '../records/case-facts.js';
import { CaseForm } from '../records/case-form.js';
import { FormRecords } from '../records/form-records.js';
import { INVESTIGATION } from '../schema.js';

/** R13.9: what was handled is verified and approved before the file closes. */
@Injectable()
abstract class VerificationForm extends CaseForm {
  protected abstract readonly step: 'verify' | 'approve';
  /** The variable that says whether it passed. */
  protected abstract readonly verdict: 'passed' | 'approved';

  constructor(
    records: FormRecords,
    facts: CaseFacts,
    @InjectOutbox(INVESTIGATION) private readonly outbox: Outbox,
  ) {
    super(records, facts);
  }

  override async completed(
    outcome: TaskOutcome,
    context: { manager: EntityManager; causationId: string },
  ): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const { orgId } = await this.facts.now(caseNo);
    await this.outbox.event(context.manager, {
      type: 'case.verified',
      subject: caseNo,
      caseNo,
      orgId,
      actorId: outcome.completedBy,
      causationId: context.causationId,
      cause: { form: `feedback-closure--${this.step}` },
      data: { step: this.step, passed: outcome.variables[this.verdict] === true },
    });
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
