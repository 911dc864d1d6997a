import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { dayOf } from '@huiying/working-time';
import { DisputeForm } from './dispute-form.js';

/** 提交书面材料 by the complaining store, within three days of the failed settlement (R11.12). */
@FormOwner('inter-store-dispute--file-material')
export class FileMaterialForm extends DisputeForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const dispute = await this.dispute(subject);
    return {
      dispute: await this.screen.dispute(dispute),
      negotiation: await this.screen.negotiation(dispute),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('facts', 'evidence');
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.filed(outcome, context, false);
  }

  protected async filed(outcome: TaskOutcome, context: FormContext, late: boolean): Promise<void> {
    const before = await this.lock(context.manager, outcome);
    const dueOn = await this.lastDay('R11.12#serve', before, dayOf(new Date(outcome.completedAt)));
    const dispute = await this.book.change(context.manager, before, { state: 'to-serve', dueOn });
    await this.tellOf(outcome, context, dispute, 'dispute.filed', { late });
  }
}

/** 逾期提交审查: the region admits it with a reason, or it lapses and may be filed anew (R11.12, gap 30). */
@FormOwner('inter-store-dispute--late-filing')
export class LateFilingForm extends FileMaterialForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { dueOn } = await this.dispute(subject);
    return { ...(await super.prefill(subject)), filingUntil: dueOn ?? '' };
  }

  protected override decide(answers: Answers): Record<string, unknown> {
    answers.require('admitted', 'reason');
    const admitted = answers.flag('admitted') === true;
    // What is served goes out with the complaining store's material: without it there is nothing to admit.
    if (admitted && answers.text('lateMaterial') === '') answers.refuse('lateMaterial', 'material-missing');
    return { admitted };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await this.records.keep(context.manager, outcome);
    if (outcome.variables['admitted'] === true) await this.filed(outcome, context, true);
  }
}
