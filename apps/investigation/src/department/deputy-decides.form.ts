import { type Answers, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';
import { Roles } from '@huiying/service';

/** 副总经理决定 (R13.6). */
@FormOwner('department-handling--deputy-decides')
export class DeputyDecidesForm extends CaseForm {
  constructor(private readonly roles: Roles) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('decision', 'handlerGroup', 'demand');
    return { handlerGroup: this.roles.known(answers, 'handlerGroup') };
  }
}
