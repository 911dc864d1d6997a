import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { dayOf } from '@huiying/working-time';
import { FeedbackDateRequests } from './feedback-date-requests.js';
import { SalesForm } from './sales-form.js';

/** 上级主管处理: a promised date that may not change any more; the superior says what is to be done (R07.7). */
@FormOwner('sales-complaint--superior-decides')
export class SuperiorDecidesForm extends SalesForm {
  constructor(private readonly requests: FeedbackDateRequests) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const row = await this.book.read(subject.subjectNo);
    const asked = await this.requests.latest(this.database.manager, row.caseNo);
    const request = [
      `预计反馈日：${row.promisedOn ?? '未定'}`,
      `已更改次数：${row.dateChanges}`,
      ...(asked ? [`申请改为：${asked.newDate}（${dayOf(asked.askedAt)} 提出）`] : []),
    ].join('\n');
    return { ...(await super.prefill(subject)), request };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('demand');
    return {};
  }
}
