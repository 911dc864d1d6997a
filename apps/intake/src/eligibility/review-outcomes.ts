import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TaskOutcome } from '@huiying/contracts';
import { FormRecords } from '@huiying/forms';
import { CompletedTask } from '@huiying/service';
import { CaseBook } from '../case/case-book.js';
import { ReviewService } from './review.service.js';

const FORM = 'eligibility-check--review-intake';

/** Brings the answers of `review-intake` into the case, once: with the event of the completion or with the job behind it. */
@Injectable()
export class ReviewOutcomes {
  constructor(
    private readonly tasks: CompletedTask,
    private readonly records: FormRecords,
    private readonly review: ReviewService,
    private readonly book: CaseBook,
  ) {}

  /** For a job that goes by the review; answers what it said, null where the task before the job was another. */
  async before(manager: EntityManager, outcomeId: string | null | undefined): Promise<TaskOutcome | null> {
    if (!outcomeId) return null;
    const outcome = await this.tasks.outcome(outcomeId);
    if (outcome.formId !== FORM) return null;
    await this.apply(manager, outcome);
    return outcome;
  }

  async apply(manager: EntityManager, outcome: TaskOutcome): Promise<void> {
    const row = await this.book.lock(manager, outcome.subjectNo);
    // Withdrawn meanwhile, or sealed; or a later review let the case in, and this one, told late, says less than is known.
    if (row.state !== 'registered' && row.state !== 'supplementing') return;
    // The case has the answers, but for a kind that must not stand on it (R05.1): the record only says that they were applied.
    if (!(await this.records.keep(manager, { ...outcome, data: {} }))) return;
    await this.review.apply(manager, row, outcome.data, outcome.completedBy);
  }
}
