import { REVIEW_ROUTES } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { RelationWriter } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { caseNoOf } from '@huiying/service';
import { CaseForm, figuresOf } from '../records/case-form.js';
import { Handlings } from '../records/handlings.js';
import { REVIEW_RECUSAL } from './review-recusal.js';

/**
 * 复查受理 (R01.7, R04.12): a late request may be admitted with a reason. From here on whoever decided first keeps out of the case,
 * before the review's task can be offered to anybody.
 */
@FormOwner('review-appeal--admit-review')
export class AdmitReviewForm extends CaseForm {
  constructor(
    private readonly handlings: Handlings,
    private readonly relations: RelationWriter,
    private readonly database: DataSource,
  ) {
    super();
  }

  /** The complainant's own words, way and day, for the desk to check (a review asked for by phone has none). */
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { appeal, reviewUntil } = await this.facts.registration(caseNoOf(subjectNo));
    const route = REVIEW_ROUTES.find((code) => code === appeal?.route);
    return {
      ...(appeal?.reason ? { grounds: appeal.reason } : {}),
      ...(route ? { route } : {}),
      ...(appeal?.askedOn && reviewUntil ? { inTime: appeal.askedOn <= reviewUntil } : {}),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('grounds', 'route', 'inTime', 'reason');
    const inTime = answers.flag('inTime');
    if (inTime === false) answers.require('admitted');
    const route = REVIEW_ROUTES.find((code) => code === answers.text('route')) ?? null;
    if (route === null && answers.text('route') !== '') answers.refuse('route', 'not-allowed-value');
    const now = await this.caseOf(subject);
    const admitted = inTime === false ? answers.flag('admitted') : true;
    if (answers.errors.length === 0 && route === 'review' && admitted === true) await this.recuseDecider(now.caseNo);
    return { route, inTime, admitted, ...figuresOf(now) };
  }

  private recuseDecider(caseNo: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const decidedBy = (await this.handlings.find(manager, caseNo))?.decidedBy;
      if (!decidedBy) return;
      await this.relations.grant(manager, { caseNo, rel: 'conflicted', personId: decidedBy, source: REVIEW_RECUSAL });
    });
  }
}
