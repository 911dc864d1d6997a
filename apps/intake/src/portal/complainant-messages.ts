import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, mask, Vault } from '@huiying/platform';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { PersonalData } from '../case/personal-data.js';

export type MessageKind = 'supplement' | 'rating' | 'appeal' | 'withdrawal';

export interface MessageRow {
  id: string;
  kind: MessageKind;
  text_enc: string | null;
  text_masked: string | null;
  score: number | null;
  files: number;
  at: Date;
}

export interface NewMessage {
  kind: MessageKind;
  text?: string | undefined;
  score?: number;
  /** Codes beside the text, such as the route of an appeal. */
  facts?: Record<string, string | boolean>;
}

const placeOf = (caseNo: string, id: string) => ({ subject: caseNo, table: 'complainant_message', id, column: 'text' });

/** What a complainant sends after the filing: sealed, with a masked twin for the staff. */
@Injectable()
export class ComplainantMessages {
  constructor(
    private readonly vault: Vault,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  async keep(manager: EntityManager, row: ComplaintCase, message: NewMessage): Promise<string> {
    const id = randomUUID();
    const text = message.text?.trim() ?? '';
    const sealed = text === '' ? null : await this.vault.seal(manager, placeOf(row.caseNo, id), text);
    const masked = text === '' ? null : mask.freeText(text, await this.personal.known(manager, row));
    await manager.query(
      `INSERT INTO complainant_message (id, case_no, kind, text_enc, text_masked, score, facts, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        row.caseNo,
        message.kind,
        sealed,
        masked,
        message.score ?? null,
        JSON.stringify(message.facts ?? {}),
        this.clock.now(),
      ],
    );
    return id;
  }

  async countFiles(manager: EntityManager, id: string, files: number): Promise<void> {
    await manager.query(`UPDATE complainant_message SET files = $2 WHERE id = $1`, [id, files]);
  }

  list(manager: EntityManager, caseNo: string): Promise<MessageRow[]> {
    return manager.query<MessageRow[]>(
      `SELECT id, kind, text_enc, text_masked, score, files, at FROM complainant_message WHERE case_no = $1 ORDER BY at, seq`,
      [caseNo],
    );
  }

  async open(manager: EntityManager, caseNo: string, message: MessageRow): Promise<string | null> {
    return message.text_enc === null ? null : this.vault.open(manager, placeOf(caseNo, message.id), message.text_enc);
  }
}
