import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Vault } from '@huiying/platform';

interface InquiryRow {
  answered_now: boolean | null;
  handler_group: string | null;
  signed: boolean;
  answer_enc: string | null;
}

/** What was answered to an inquiry (R12.2). */
export interface InquiryAnswer {
  answeredNow: boolean;
  handlerGroup: string | null;
  signed: boolean;
  text: string | null;
}

const placeOf = (caseNo: string) => ({ subject: caseNo, table: 'inquiry', id: caseNo, column: 'answer' });

/** Answers to inquiries, sealed. */
@Injectable()
export class InquiryAnswers {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async keep(manager: EntityManager, caseNo: string, answer: InquiryAnswer): Promise<void> {
    const sealed = answer.text ? await this.vault.seal(manager, placeOf(caseNo), answer.text) : null;
    await manager.query(
      `INSERT INTO inquiry (case_no, answered_now, handler_group, signed, answer_enc, answered_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (case_no) DO UPDATE SET answered_now = inquiry.answered_now OR excluded.answered_now,
         handler_group = coalesce(excluded.handler_group, inquiry.handler_group), signed = excluded.signed,
         answer_enc = coalesce(excluded.answer_enc, inquiry.answer_enc), answered_at = excluded.answered_at`,
      [caseNo, answer.answeredNow, answer.handlerGroup, answer.signed, sealed, this.clock.now()],
    );
  }

  async find(manager: EntityManager, caseNo: string): Promise<Omit<InquiryAnswer, 'text'> | null> {
    const row = await this.row(manager, caseNo);
    return row && { answeredNow: row.answered_now === true, handlerGroup: row.handler_group, signed: row.signed };
  }

  async answerOf(manager: EntityManager, caseNo: string): Promise<string | null> {
    const row = await this.row(manager, caseNo);
    return row?.answer_enc ? this.vault.open(manager, placeOf(caseNo), row.answer_enc) : null;
  }

  private async row(manager: EntityManager, caseNo: string): Promise<InquiryRow | null> {
    const rows = await manager.query<InquiryRow[]>(
      `SELECT answered_now, handler_group, signed, answer_enc FROM inquiry WHERE case_no = $1`,
      [caseNo],
    );
    return rows[0] ?? null;
  }
}
