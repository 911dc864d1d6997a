import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DisputeForm } from './dispute-form.js';

/** 答复说明 of the respondent store, within five days of receipt (R11.12); whoever is silent loses. */
@FormOwner('inter-store-dispute--reply')
export class ReplyForm extends DisputeForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const dispute = await this.dispute(subject);
    const { materialFiles } = await this.screen.attached(dispute);
    return {
      materialFiles,
      dispute: await this.screen.dispute(dispute),
      notice: (await this.screen.served(dispute)) ?? (await this.screen.filed(dispute)) ?? '',
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('reply', 'explanation');
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const before = await this.lock(context.manager, outcome);
    // Settled by mediation in the meantime, it stays ruled.
    if (before.endedAt === null) await this.book.change(context.manager, before, { state: 'to-rule', dueOn: null });
  }
}
