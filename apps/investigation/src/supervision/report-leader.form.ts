import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { SupervisionForm } from './supervision-form.js';

/** 报主管领导 (R09.2): the leader reads the file and its conclusion, and says what shall be done. */
@FormOwner('supervision--report-leader')
export class ReportLeaderForm extends SupervisionForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      file: await this.screens.file(subjectNo),
      report: await this.screens.report(subjectNo),
      conclusion: await this.screens.conclusion(subjectNo),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('instruction');
    return {};
  }
}
