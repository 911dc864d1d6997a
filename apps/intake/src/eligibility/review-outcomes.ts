import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TaskOutcome } from '@huiying/contracts';
import { CaseBook } from '../case/case-book.js';
import { Outcomes } from '../forms/outcomes.js';
import { ReviewService } from './review.service.js';

const FORM = 'eligibility-check--review-intake';

/** Brings the answers of `review-intake` into the case before a job that goes by them, once. */
@Injectable()
export class ReviewOutcomes {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly review: ReviewService,
    private readonly book: CaseBook,
  ) {}

  /** For the job behind the review: reads the outcome and takes it, unless the event was faster; answers with it. */
  async before(manager: EntityManager, outcomeId: string | null | undefined): Promise<TaskOutcome | null> {
    if (!outcomeId) return null;
    const outcome = await this.outcomes.read(outcomeId);
    if (outcome.formId !== FORM) return null;
    if (await this.outcomes.take(manager, outcomeId)) await this.apply(manager, outcome);
    return outcome;
  }

  async apply(manager: EntityManager, outcome: TaskOutcome): Promise<void> {
    const row = await this.book.lock(manager, outcome.subjectNo);
    // Withdrawn meanwhile, or sealed; or a later review let the case in, and this one, told late, says less than is known.
    if (row.state !== 'registered' && row.state !== 'supplementing') return;
    await this.review.apply(manager, row, outcome.data, outcome.completedBy);
  }
}
