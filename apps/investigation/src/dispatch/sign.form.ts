import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';
import { Roles } from '@huiying/service';

/** 主管领导签批 (R09.4): no department acts before the leader has named it. */
@FormOwner('complaint-handling--sign')
export class SignForm extends CaseForm {
  constructor(private readonly roles: Roles) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { handlerGroup, respondentGroup } = await this.caseOf(subject);
    return { handlerGroup: handlerGroup ?? respondentGroup[0] ?? null };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion', 'handlerGroup');
    const handlerGroup = this.roles.known(answers, 'handlerGroup');
    return { handlerGroup, complexFlag: answers.flag('complex') };
  }
}
