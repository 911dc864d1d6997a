import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DisputeForm } from './dispute-form.js';

/** 送达《投诉处理通知单》 with the complaining store's material, within seven working days of its filing (R11.12). */
@FormOwner('inter-store-dispute--serve-notice')
export class ServeNoticeForm extends DisputeForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const dispute = await this.dispute(subject);
    const material = await this.screen.filed(dispute);
    const files = await this.screen.files(dispute);
    return {
      dispute: await this.screen.dispute(dispute),
      ...(material === null ? {} : { material }),
      ...(files.length > 0 ? { files } : {}),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('material', 'servedOn', 'receivedBy', 'receivedOn');
    const servedOn = answers.day('servedOn');
    const receivedOn = answers.day('receivedOn');
    for (const [field, day] of Object.entries({ servedOn, receivedOn })) {
      if (day !== null && day > this.today) answers.refuse(field, 'day-to-come');
    }
    if (servedOn !== null && receivedOn !== null && receivedOn < servedOn) {
      answers.refuse('receivedOn', 'received-before-served');
    }
    return { receivedOn };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const before = await this.lock(context.manager, outcome);
    const servedOn = String(outcome.data['servedOn']);
    const receivedOn = String(outcome.variables['receivedOn']);
    const dispute = await this.book.change(context.manager, before, {
      ...{ state: 'to-reply', servedOn, receivedOn },
      dueOn: await this.lastDay('R11.12#reply', before, receivedOn),
    });
    await this.tellOf(outcome, context, dispute, 'dispute.served', { servedOn, receivedOn });
  }
}
