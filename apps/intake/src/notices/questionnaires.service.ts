import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QuestionnaireSent } from '@huiying/contracts';
import { Config } from '@huiying/platform';
import { CaseBook } from '../case/case-book.js';
import { NoticeFile } from './notice-file.js';

/** Letters that ask a complainant to answer a questionnaire with its one-time code (R12.7). */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly notices: NoticeFile,
    private readonly config: Config,
  ) {}

  /** A case is asked once; asked again, nothing goes out twice. `sent` false: there is no address. @throws Problem for an unknown case */
  async send(caseNo: string, code: string): Promise<QuestionnaireSent> {
    return this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      if (row.personal.contactEmailEnc === null) return { sent: false };
      const letters = await this.notices.list(manager, caseNo);
      if (letters.some(({ template }) => template === 'questionnaire')) return { sent: true };
      // Behind the # so that no server, log or proxy on the way reads the code.
      const link = `${this.config.publicUrl}/p/questionnaire#${code}`;
      await this.notices.deliver(manager, row, 'questionnaire', 'email', { link });
      return { sent: true };
    });
  }
}
