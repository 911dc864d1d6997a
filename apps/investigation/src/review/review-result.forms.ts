import { REVIEW_RESULTS, type TaskOutcome } from '@huiying/contracts';
import { InjectOutbox, type Outbox } from '@huiying/events';
import { FormOwner } from '@huiying/forms';
import { RelationWriter } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Answers } from '../records/answers.js';
import { CaseFacts } from '../records/case-facts.js';
import { CaseForm } from '../records/case-form.js';
import { FormRecords } from '../records/form-records.js';
import { INVESTIGATION } from '../schema.js';
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
  constructor(
    records: FormRecords,
    facts: CaseFacts,
    private readonly relations: RelationWriter,
    @InjectOutbox(INVESTIGATION) private readonly outbox: Outbox,
  ) {
    super(records, facts);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('authorityOpinion', 'reviewResult');
    return { reviewResult: resultOf(answers) };
  }

  override async completed(
    outcome: TaskOutcome,
    context: { manager: EntityManager; causationId: string },
  ): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const { orgId } = await this.facts.now(caseNo);
    await this.relations.revoke(context.manager, { caseNo, source: REVIEW_RECUSAL });
    await this.outbox.event(context.manager, {
      type: 'review.decided',
      subject: caseNo,
      caseNo,
      orgId,
      actorId: outcome.completedBy,
      causationId: context.causationId,
      cause: { form: 'review-appeal--follow-authority' },
      data: {
        result: REVIEW_RESULTS.find((code) => code === outcome.variables['reviewResult']) ?? 'upheld',
        by: 'authority',
      },
    });
  }
}
