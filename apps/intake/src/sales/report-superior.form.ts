import { type Answers, FormOwner } from '@huiying/forms';
import { SalesForm } from './sales-form.js';

/** 通告上级主管: what a salesperson settled alone reaches the superior within a day (R07.3). */
@FormOwner('sales-complaint--report-superior')
export class ReportSuperiorForm extends SalesForm {
  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('result');
    return {};
  }
}
