import { Inject, Injectable } from '@nestjs/common';
import { DecidedForm, type FormSubject } from '@huiying/forms';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { InquiryAnswers } from '../notices/inquiry-answers.js';

/** A task about an inquiry (R12.2): opens with the question, names and numbers masked. */
@Injectable()
export abstract class InquiryForm extends DecidedForm {
  @Inject(CaseBook) protected readonly book: CaseBook;
  @Inject(InquiryAnswers) protected readonly inquiries: InquiryAnswers;
  @Inject(PersonalData) private readonly personal: PersonalData;

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { subject, description } = this.personal.masked(await this.book.read(subjectNo));
    return { question: [subject, description].filter(Boolean).join('\n') };
  }
}
