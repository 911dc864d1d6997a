import type { EntityManager } from 'typeorm';
import type { TaskOutcome } from '@huiying/contracts';
import {
  answerText,
  type CheckedForm,
  type FormAnswers,
  FormOwner,
  type FormSubject,
  type OwnedForm,
} from '@huiying/forms';
import { Clock, type FieldError } from '@huiying/platform';
import { NotesService } from '../actions/notes.service.js';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { Outcomes } from '../forms/outcomes.js';
import { InquiryAnswers } from '../notices/inquiry-answers.js';

/** 客户投诉查询表 (R12.2): what the department answers. */
@FormOwner('inquiry-handling--handle-inquiry')
export class HandleInquiryForm implements OwnedForm {
  constructor(
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly inquiries: InquiryAnswers,
    private readonly notes: NotesService,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { subject, description } = this.personal.masked(await this.book.read(subjectNo));
    return { question: [subject, description].filter(Boolean).join('\n') };
  }

  check(answers: FormAnswers): Promise<CheckedForm> {
    const errors: FieldError[] = [];
    if (answerText(answers['handling']) === '') errors.push({ field: 'handling', code: 'required' });
    if (answerText(answers['answer']) === '') errors.push({ field: 'answer', code: 'answer-required' });
    if (typeof answers['signNeeded'] !== 'boolean') errors.push({ field: 'signNeeded', code: 'required' });
    return Promise.resolve(errors.length > 0 ? { errors } : { variables: {} });
  }

  async completed(outcome: TaskOutcome, { manager }: { manager: EntityManager }): Promise<void> {
    if (!(await this.outcomes.take(manager, outcome.id))) return;
    const row = await this.book.lock(manager, outcome.subjectNo);
    const signed = outcome.data['signNeeded'] === true;
    const text = answerText(outcome.data['answer']);
    await this.inquiries.keep(
      manager,
      row.caseNo,
      { answeredNow: false, handlerGroup: null, signed, text },
      this.clock.now(),
    );
    await this.notes.keep(manager, row, {
      authorId: outcome.completedBy,
      authorName: '',
      purpose: 'inquiry',
      text: answerText(outcome.data['handling']),
    });
  }
}
