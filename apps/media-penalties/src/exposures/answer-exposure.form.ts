import { MEDIA_LEVELS } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { ExposureForm } from './exposure-form.js';

/** 澄清 by the exposed store: the report is true, or what it had printed against it, and where (R11.4). */
@FormOwner('media-exposure--answer-exposure')
export class AnswerExposureForm extends ExposureForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const exposure = await this.exposure(subjectNo);
    return { report: await this.report(exposure), consequence: await this.consequence(exposure) };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const exposure = await this.exposure(subjectNo);
    answers.require('disputed');
    const disputed = answers.flag('disputed') === true;
    if (disputed) answers.require('clarifiedOutlet', 'clarifiedLevel', 'clarifiedOn', 'evidence');
    const clarifiedOn = answers.day('clarifiedOn');
    const clarifiedLevel = answers.code('clarifiedLevel', MEDIA_LEVELS);
    if (disputed && clarifiedOn !== null && clarifiedOn < exposure.publishedOn)
      answers.refuse('clarifiedOn', 'clarified-before-publication');
    // Known before the completion is told around, so that judging it at once finds it.
    if (disputed && answers.errors.length === 0)
      await this.book.change(this.database.manager, exposure, {
        clarifiedOutlet: answers.text('clarifiedOutlet').slice(0, 64),
        clarifiedLevel,
        clarifiedOn,
      });
    return { disputed };
  }
}
