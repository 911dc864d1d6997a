import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType, InternalCase, TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { QualityScreens } from '../screens/quality-screens.js';
import './warranty-routing.problems.js';

/** Figures of the case as they are when a form is checked, for the gateway or decision behind it. */
export function figuresOf({ severity, amountYuan }: InternalCase) {
  return { severity, amountYuan };
}

/** What 〔结论〕 gives the process; nothing of it where the case is not settled by this form. */
export function conclusionOf(answers: Answers, settled: boolean) {
  return {
    payFen: settled ? answers.fen('payFen') : null,
    agreed: settled ? answers.flag('agreed') : null,
    correctiveNeeded: settled ? answers.flag('correctiveNeeded') : null,
  };
}

/** A form about a quality case: opens with what the person has to know of it, refuses by the rules, tells of it. */
@Injectable()
export abstract class QualityForm extends RecordedForm {
  @Inject(CaseFacts) protected readonly facts: CaseFacts;
  @Inject(QualityScreens) protected readonly screens: QualityScreens;
  @Inject(Clock) protected readonly clock: Clock;

  protected caseOf({ subjectNo }: FormSubject): Promise<InternalCase> {
    return this.facts.now(subjectNo);
  }

  protected today(): string {
    return dayOf(this.clock.now());
  }

  /** A moment or day that already was; tomorrow is refused. */
  protected refuseFuture(answers: Answers, ...keys: string[]): void {
    for (const key of keys) if (answers.text(key).slice(0, 10) > this.today()) answers.refuse(key, 'not-happened-yet');
  }

  /** Emits one event about the case of a completed form, in the form's transaction. */
  protected async tellOfCase<T extends EventType>(
    outcome: TaskOutcome,
    context: FormContext,
    type: T,
    data: EventPayload<T>,
  ): Promise<void> {
    const caseNo = outcome.subjectNo;
    const { orgId } = await this.facts.now(caseNo);
    await this.tell(outcome, context, { type, subject: caseNo, caseNo, orgId, data });
  }
}
