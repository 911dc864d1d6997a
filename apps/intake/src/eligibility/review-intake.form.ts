import type { EntityManager } from 'typeorm';
import type { TaskOutcome } from '@huiying/contracts';
import { FormOwner, type CheckedForm, type FormAnswers, type FormSubject, type OwnedForm } from '@huiying/forms';
import { Outcomes } from '../forms/outcomes.js';
import { ReviewOutcomes } from './review-outcomes.js';
import { ReviewService } from './review.service.js';

/** 初步审查. */
@FormOwner('eligibility-check--review-intake')
export class ReviewIntakeForm implements OwnedForm {
  constructor(
    private readonly review: ReviewService,
    private readonly taken: ReviewOutcomes,
    private readonly outcomes: Outcomes,
  ) {}

  start({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    return this.review.start(subjectNo, actorId);
  }

  check(answers: FormAnswers, { subjectNo }: FormSubject): Promise<CheckedForm> {
    return this.review.check(answers, subjectNo);
  }

  async completed(outcome: TaskOutcome, { manager }: { manager: EntityManager }): Promise<void> {
    if (!(await this.outcomes.take(manager, outcome.id))) return;
    await this.taken.apply(manager, outcome);
  }
}
