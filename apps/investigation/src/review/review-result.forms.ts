import { REVIEW_RESULTS, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner } from '@huiying/forms';
import { RelationWriter } from '@huiying/platform';
import { CaseForm } from '../records/case-form.js';
import { REVIEW_RECUSAL } from './review-recusal.js';

function resultOf(answers: Answers) {
  const result = REVIEW_RESULTS.find((code) => code === answers.text('reviewResult')) ?? null;
  if (result === null && answers.text('reviewResult') !== '') answers.refuse('reviewResult', 'not-allowed-value');
  return result;
}

/** 复查 by another decider (R01.7). */
@FormOwner('review-appeal--re-review')
export class ReReviewForm extends CaseForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('facts', 'reviewResult');
    return { reviewResult: resultOf(answers) };
  }
}

/** 落实主管部门意见 (R01.7). */
@FormOwner('review-appeal--follow-authority')
export class FollowAuthorityForm extends CaseForm {
  constructor(private readonly relations: RelationWriter) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('authorityOpinion', 'reviewResult');
    return { reviewResult: resultOf(answers) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    await this.relations.revoke(context.manager, { caseNo, source: REVIEW_RECUSAL });
    await this.tellOfCase(
      outcome,
      context,
      { type: 'review.decided' },
      {
        result: REVIEW_RESULTS.find((code) => code === outcome.variables['reviewResult']) ?? 'upheld',
        by: 'authority',
      },
    );
  }
}
