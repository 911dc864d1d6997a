import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { Consequences } from '../penalties/consequences.js';
import { storesOf } from './dispute.js';
import { DisputeForm } from './dispute-form.js';

const HEADQUARTERS = 'general-manager';

/** 裁定 by the head of the region, or after 报总部 by the general manager; who handled it poorly pays, whoever caused it (R11.8, R11.12). */
@FormOwner('inter-store-dispute--rule-dispute')
export class RuleDisputeForm extends DisputeForm {
  constructor(private readonly consequences: Consequences) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const dispute = await this.dispute(subject);
    return {
      dispute: await this.screen.dispute(dispute),
      negotiation: await this.screen.negotiation(dispute),
      material: (await this.screen.served(dispute)) ?? (await this.screen.filed(dispute)) ?? '',
      reply: (await this.screen.reply(dispute)) ?? '（未答复）',
      ...(await this.screen.attached(dispute)),
      consequence: this.consequences.ofPoorHandling(),
      region: (await this.screen.ruling(dispute)) ?? '（尚无意见）',
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('findings', 'ruling', 'toHeadquarters');
    const toHeadquarters = answers.flag('toHeadquarters') === true;
    if (toHeadquarters && subject.group === HEADQUARTERS) answers.refuse('toHeadquarters', 'headquarters-has-it');
    const poorly = storesOf(answers.codes('poorlyHandled'), await this.dispute(subject));
    // What the region thinks goes up with the text; only the ruling itself costs anything.
    return { toHeadquarters, poorlyHandledBy: toHeadquarters ? [] : poorly };
  }
}
