import type { TaskOutcome } from '@huiying/contracts';
import {
  type CheckedForm,
  type FormAnswers,
  type FormContext,
  FormOwner,
  type FormSubject,
  type OwnedForm,
} from '@huiying/forms';
import { ReviewOutcomes } from './review-outcomes.js';
import { ReviewService } from './review.service.js';

/** 初步审查. */
@FormOwner('eligibility-check--review-intake')
export class ReviewIntakeForm implements OwnedForm {
  constructor(
    private readonly review: ReviewService,
    private readonly outcomes: ReviewOutcomes,
  ) {}

  start({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    return this.review.start(subjectNo, actorId);
  }

  check(answers: FormAnswers, { subjectNo }: FormSubject): Promise<CheckedForm> {
    return this.review.check(answers, subjectNo);
  }

  completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    return this.outcomes.apply(manager, outcome);
  }
}
