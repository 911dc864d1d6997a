import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { SettlingForm } from './settling-form.js';

/** 解释说明 of what the owner is liable for (R02.4): no repair; who disagrees gets a decision. */
@FormOwner('quality-escalation--explain-to-owner')
export class ExplainToOwnerForm extends SettlingForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      surveys: await this.screens.before(subjectNo),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('explanation', 'ownerOpinion');
    answers.requireConclusion();
    return this.concluded(answers, subject, true);
  }
}
