import { DataSource } from 'typeorm';
import { FormOwner, type CheckedForm, type FormAnswers, type FormSubject, type OwnedForm } from '@huiying/forms';
import type { FieldError } from '@huiying/platform';
import { CaseBook } from '../case/case-book.js';
import { dueNotice, isDateToTell } from './due-notice.js';
import { NoticeFile } from './notice-file.js';

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** 人工告知: shows the letter; whoever tells it says how, when and whom, or why nobody could be reached (R04.11). */
@FormOwner('notify-complainant--tell-in-person')
export class TellInPersonForm implements OwnedForm {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly notices: NoticeFile,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const row = await this.book.find(subjectNo);
    if (!row) return {};
    const told = await this.notices.list(manager, row.caseNo);
    const facts = { ...row, dateToTell: isDateToTell(row, told) };
    const template = dueNotice(
      facts,
      told.map((notice) => notice.template),
    );
    return template ? { noticeText: await this.notices.text(manager, row, template) } : {};
  }

  check(answers: FormAnswers): Promise<CheckedForm> {
    if (filled(answers['unreachableReason'])) return Promise.resolve({ variables: {} });
    const errors: FieldError[] = ['mode', 'toldAt', 'toldTo']
      .filter((field) => !filled(answers[field]))
      .map((field) => ({ field, code: 'told-or-unreachable' }));
    const refused =
      answers['mode'] === 'in-person' && !filled(answers['signature']) && !filled(answers['signatureRefusal']);
    if (refused) errors.push({ field: 'signature', code: 'signature-or-refusal' });
    return Promise.resolve(errors.length > 0 ? { errors } : { variables: {} });
  }
}
