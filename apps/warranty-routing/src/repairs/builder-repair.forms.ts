import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { QualityForm } from '../records/quality-form.js';

/** 维修处理 by the builder (R02.9). */
@FormOwner('construction-warranty--repair')
export class RepairForm extends QualityForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      report: await this.screens.report(subjectNo),
      warranty: await this.screens.warranty(subjectNo),
      assignment: await this.screens.assignment(subjectNo),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('repairWork', 'doneOn', 'photos');
    answers.day('doneOn');
    this.refuseFuture(answers, 'doneOn');
    return {};
  }
}

/** 业主验收: what the owner does not accept is repaired again. */
@FormOwner('construction-warranty--owner-accepts')
export class OwnerAcceptsForm extends QualityForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      repairWork: await this.screens.builderWork(subjectNo),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('accepted');
    return { accepted: answers.flag('accepted') === true };
  }
}
