import { type Answers, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';
import { Roles } from '@huiying/service';

/** 企业管理部协调 of a serious problem (R12.6). */
@FormOwner('severity-review--coordinate-serious')
export class CoordinateSeriousForm extends CaseForm {
  constructor(private readonly roles: Roles) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion', 'responsibleGroup', 'toGeneralManager');
    this.roles.known(answers, 'responsibleGroup');
    return { toGeneralManager: answers.flag('toGeneralManager') === true };
  }
}

/** 总经理审定 (R12.6). */
@FormOwner('severity-review--gm-decides')
export class GeneralManagerDecidesForm extends CaseForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion');
    return {};
  }
}
