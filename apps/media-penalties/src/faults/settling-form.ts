import { Injectable } from '@nestjs/common';
import type { InternalCase, TaskOutcome } from '@huiying/contracts';
import type { Answers, FormContext } from '@huiying/forms';
import { AgencyForm } from './agency-form.js';

/**
 * A form with 〔结论〕 (R03.11). It belongs to the round of handling that its task was in, which the outcome carries: a case that is handled
 * again must not be answered with the settlement of the round before.
 */
@Injectable()
export abstract class SettlingForm extends AgencyForm {
  override async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    await this.records.keep(manager, outcome, Number(outcome.variables['round'] ?? 0));
  }

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
