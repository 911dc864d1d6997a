import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner } from '@huiying/forms';
import { NotesService } from '../actions/notes.service.js';
import { InquiryForm } from './inquiry-form.js';

/** 客户投诉查询表 (R12.2): what the department answers. */
@FormOwner('inquiry-handling--handle-inquiry')
export class HandleInquiryForm extends InquiryForm {
  constructor(private readonly notes: NotesService) {
    super();
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('handling', 'signNeeded');
    if (answers.text('answer') === '') answers.refuse('answer', 'answer-required');
    return {};
  }

  async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    const said = new Answers(outcome.data);
    const row = await this.book.lock(manager, outcome.subjectNo);
    await this.inquiries.keep(manager, row.caseNo, {
      answeredNow: false,
      handlerGroup: null,
      signed: said.flag('signNeeded') === true,
      text: said.text('answer'),
    });
    await this.notes.keep(manager, row, {
      authorId: outcome.completedBy,
      authorName: '',
      purpose: 'inquiry',
      text: said.text('handling'),
    });
  }
}
