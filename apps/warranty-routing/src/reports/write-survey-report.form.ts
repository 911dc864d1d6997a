import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { QualityForm } from '../records/quality-form.js';
import { count } from '../screens/screen-text.js';

/** 现场勘查报告 of what the property company cannot repair (R02.8), under the number of the case (R13.4). */
@FormOwner('quality-escalation--write-survey-report')
export class WriteSurveyReportForm extends QualityForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      surveys: await this.screens.before(subjectNo),
      reportNo: subjectNo,
    };
  }

  protected decide(answers: Answers, { subjectNo }: FormSubject): Record<string, unknown> {
    answers.require('details', 'unableReason');
    if (count(answers.raw('photos')) === 0) answers.refuse('photos', 'colour-photo-required');
    const reportNo = answers.text('reportNo');
    if (reportNo !== '' && reportNo !== subjectNo) answers.refuse('reportNo', 'report-of-other-number');
    return {};
  }
}
