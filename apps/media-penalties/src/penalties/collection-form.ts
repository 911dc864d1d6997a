import { Inject, Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import { type Day, dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { Payments } from './payments.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyScreen } from './penalty-screen.js';

defineProblems({
  'day-to-come': { zh: '日期不能晚于今天', en: 'The day lies in the future' },
  'day-before-notice': { zh: '日期不能早于处罚通知', en: 'The day lies before the penalty notice' },
});

/** A form of penalty-collection: opens with the notice; what the finance department says goes on the ledger. */
@Injectable()
export abstract class CollectionForm extends RecordedForm {
  @Inject(DataSource) protected readonly database: DataSource;
  @Inject(PenaltyScreen) protected readonly screen: PenaltyScreen;
  @Inject(Payments) private readonly payments: Payments;
  @Inject(Clock) private readonly clock: Clock;

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const penalty = await this.screen.penalty(this.database.manager, subjectNo);
    return { notice: await this.screen.notice(this.database.manager, penalty), ...(await this.more(penalty)) };
  }

  /** Further fields that the form opens with. */
  protected more(_penalty: Penalty): Promise<Record<string, unknown>> {
    return Promise.resolve({});
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.payments.record(context.manager, outcome);
  }

  /** A day that lies between the notice and today. */
  protected dayOfMoney(answers: Answers, key: string, penalty: Penalty): void {
    answers.require(key);
    const day: Day | null = answers.day(key);
    if (day === null) return;
    if (day > dayOf(this.clock.now())) answers.refuse(key, 'day-to-come');
    if (penalty.noticeOn !== null && day < penalty.noticeOn) answers.refuse(key, 'day-before-notice');
  }

  /** @throws Problem same-person (403): who imposed or owes it does not confirm its payment (access.md, separation of duties) */
  protected notByItsOwn({ imposedBy, payerId }: Penalty, { actorId }: FormSubject): void {
    if (actorId === imposedBy || actorId === payerId) throw new Problem('same-person', 'forbidden');
  }
}
