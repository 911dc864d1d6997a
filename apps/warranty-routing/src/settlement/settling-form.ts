import { Injectable } from '@nestjs/common';
import type { Answers, FormSubject } from '@huiying/forms';
import { conclusionOf, figuresOf, QualityForm } from '../records/quality-form.js';

/**
 * A form with 〔结论〕 (R03.11). It belongs to the round of handling that its task was in: a case that is handled again must not be answered
 * with the settlement of the round before.
 */
@Injectable()
export abstract class SettlingForm extends QualityForm {
  /** What the process gets of the conclusion, with the figures of the case as they are now. */
  protected async concluded(answers: Answers, subject: FormSubject, settled: boolean) {
    return {
      ...conclusionOf(answers, settled),
      ...figuresOf(await this.caseOf(subject)),
      round: await this.facts.round(subject.subjectNo),
    };
  }
}
