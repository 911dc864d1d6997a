import { type Answers, FormOwner } from '@huiying/forms';
import { CaseForm } from '../records/case-form.js';

/** 解释说明 of a complaint that is not justified: with a finding and its basis (R08.5, R04.8). */
@FormOwner('department-handling--explain')
export class ExplainForm extends CaseForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('findings', 'policyBasis', 'explanation', 'complainantOpinion');
    return {};
  }
}
