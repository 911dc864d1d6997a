import { Injectable } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { AgencyForm } from './agency-form.js';

/**
 * A form with 〔结论〕 (R03.11). It belongs to the round of handling that its task was in: a case that is handled again must not be answered
 * with the settlement of the round before.
 */
@Injectable()
export abstract class SettlingForm extends AgencyForm {
  /** What the 〔结论〕 gives the process, with the figures of the case as they are when the form is checked. */
  protected async concluded(answers: Answers, now: InternalCase) {
    return {
      payFen: answers.fen('payFen'),
      agreed: answers.flag('agreed'),
      correctiveNeeded: answers.flag('correctiveNeeded'),
      severity: now.severity,
      amountYuan: now.amountYuan,
      round: await this.facts.round(now.caseNo),
    };
  }
}
