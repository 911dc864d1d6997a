import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import type { Answers, FormContext, FormSubject } from '@huiying/forms';
import { conclusionOf, figuresOf, QualityForm } from '../records/quality-form.js';

/**
 * A form with 〔结论〕 (R03.11). It belongs to the round of handling that its task was in, which the outcome carries: a case that is handled
 * again must not be answered with the settlement of the round before.
 */
@Injectable()
export abstract class SettlingForm extends QualityForm {
  override async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    await this.records.keep(manager, outcome, Number(outcome.variables['round'] ?? 0));
  }

  /** What the process gets of the conclusion, with the figures of the case as they are now. */
  protected async concluded(answers: Answers, subject: FormSubject, settled: boolean) {
    return {
      ...conclusionOf(answers, settled),
      ...figuresOf(await this.caseOf(subject)),
      round: await this.facts.round(subject.subjectNo),
    };
  }
}
