import type { EntityManager } from 'typeorm';
import { ROLES, type TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import {
  answerText,
  type CheckedForm,
  type FormAnswers,
  FormOwner,
  type FormSubject,
  type OwnedForm,
} from '@huiying/forms';
import { Clock, type FieldError } from '@huiying/platform';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { Outcomes } from '../forms/outcomes.js';
import { InquiryAnswers } from '../notices/inquiry-answers.js';

/** 首问答复 (R12.2): answered at once, or handed to the department that knows. */
@FormOwner('inquiry-handling--answer')
export class AnswerForm implements OwnedForm {
  constructor(
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly inquiries: InquiryAnswers,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { subject, description } = this.personal.masked(await this.book.read(subjectNo));
    return { question: [subject, description].filter(Boolean).join('\n') };
  }

  check(answers: FormAnswers): Promise<CheckedForm> {
    const { answeredNow, handlerGroup } = answers;
    const errors: FieldError[] = [];
    if (typeof answeredNow !== 'boolean') errors.push({ field: 'answeredNow', code: 'required' });
    if (answeredNow === true && answerText(answers['answer']) === '')
      errors.push({ field: 'answer', code: 'answer-required' });
    const known = (ROLES as readonly unknown[]).includes(handlerGroup);
    if (answeredNow === false && !known) errors.push({ field: 'handlerGroup', code: 'handler-required' });
    if (errors.length > 0) return Promise.resolve({ errors });
    return Promise.resolve({ variables: { answeredNow, handlerGroup: answeredNow === true ? null : handlerGroup } });
  }

  async completed(outcome: TaskOutcome, { manager }: { manager: EntityManager }): Promise<void> {
    if (!(await this.outcomes.take(manager, outcome.id))) return;
    const row = await this.book.lock(manager, outcome.subjectNo);
    const answeredNow = outcome.data['answeredNow'] === true;
    const handlerGroup = answeredNow ? null : answerText(outcome.data['handlerGroup']);
    const text = answeredNow ? answerText(outcome.data['answer']) : null;
    await this.inquiries.keep(
      manager,
      row.caseNo,
      { answeredNow, handlerGroup, signed: false, text },
      this.clock.now(),
    );
    if (!answeredNow) return;
    await this.outbox.event(manager, {
      type: 'inquiry.answered',
      ...aboutCase(row),
      actorId: outcome.completedBy,
      cause: { form: 'inquiry-handling--answer' },
      data: { answeredNow: true, signed: false },
    });
  }
}
