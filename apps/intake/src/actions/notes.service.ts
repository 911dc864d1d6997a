import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, mask, Vault } from '@huiying/platform';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { PersonalData } from '../case/personal-data.js';

/** A note of a case and what it is for: `note`, `emergency`, `facts`, `recusal`, `transfer` … */
export interface NewNote {
  authorId: string;
  authorName: string;
  purpose: string;
  text: string;
}

/** Purpose of the note that says why somebody had the contact shown; its complainant reads it (console.md P4). */
export const UNMASK_NOTE = 'unmask';

export interface NoteRow {
  id: string;
  author_id: string;
  author_name: string;
  purpose: string;
  text_enc: string;
  text_masked: string;
  at: Date;
}

const placeOf = (caseNo: string, id: string) => ({ subject: caseNo, table: 'case_note', id, column: 'text' });

/** What people write into a case: sealed, with a masked twin for those who need no names. */
@Injectable()
export class NotesService {
  constructor(
    private readonly vault: Vault,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  async keep(manager: EntityManager, row: ComplaintCase, note: NewNote): Promise<string> {
    const id = randomUUID();
    const sealed = await this.vault.seal(manager, placeOf(row.caseNo, id), note.text);
    const masked = mask.freeText(note.text, await this.personal.known(manager, row));
    await manager.query(
      `INSERT INTO case_note (id, case_no, author_id, author_name, purpose, text_enc, text_masked, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, row.caseNo, note.authorId, note.authorName, note.purpose, sealed, masked, this.clock.now()],
    );
    return id;
  }

  list(manager: EntityManager, caseNo: string): Promise<NoteRow[]> {
    return manager.query<NoteRow[]>(
      `SELECT id, author_id, author_name, purpose, text_enc, text_masked, at FROM case_note WHERE case_no = $1 ORDER BY at, seq`,
      [caseNo],
    );
  }

  open(manager: EntityManager, caseNo: string, note: NoteRow): Promise<string> {
    return this.vault.open(manager, placeOf(caseNo, note.id), note.text_enc);
  }
}
