import { type Answers, DecidedForm, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { CaseBook } from '../case/case-book.js';
import { dueNotice, isDateToTell } from './due-notice.js';
import { NoticeFile } from './notice-file.js';

/** 人工告知: shows the letter; whoever tells it says how, when and whom, or why nobody could be reached (R04.11). */
@FormOwner('notify-complainant--tell-in-person')
export class TellInPersonForm extends DecidedForm {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly notices: NoticeFile,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
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

  /** What was said goes into the file with the record of the notice (intake.record-notice). */
  protected decide(answers: Answers): Record<string, unknown> {
    if (answers.text('unreachableReason') !== '') return {};
    for (const field of ['mode', 'toldAt', 'toldTo']) {
      if (answers.text(field) === '') answers.refuse(field, 'told-or-unreachable');
    }
    const signed = answers.text('signature') !== '' || answers.text('signatureRefusal') !== '';
    if (answers.text('mode') === 'in-person' && !signed) answers.refuse('signature', 'signature-or-refusal');
    return {};
  }
}
