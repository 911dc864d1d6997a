import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Response } from '../responses/response.entity.js';

export type EntryKind = 'directive' | 'site-action' | 'department' | 'monitoring' | 'opinion' | 'assessment';

/** One thing that was done, with its time. */
export interface Entry {
  round: number;
  kind: EntryKind;
  /** Group, `site-team` or `leading-group`. */
  department: string;
  personId: string;
  happenedAt: Date;
  recordedAt: Date;
  said: Record<string, string>;
}

interface Row extends Omit<Entry, 'said'> {
  entryId: string;
  text_enc: string;
}

/** What was ordered and done in a response, oldest first; the texts are sealed by the key of the case (R08.8, R08.10). */
@Injectable()
export class EntryBook {
  constructor(private readonly vault: Vault) {}

  /** A repeat of the same task changes nothing. */
  async write(
    manager: EntityManager,
    { caseNo, n, round }: Response,
    outcome: TaskOutcome,
    done: {
      kind: EntryKind;
      department: string;
      entries: { happenedAt: string; said: Record<string, string> }[];
    },
  ): Promise<void> {
    for (const [place, { happenedAt, said }] of done.entries.entries()) {
      const entryId = v7();
      await manager.query(
        `INSERT INTO measure_entry (entry_id, case_no, n, round, kind, department, person_id, happened_at, recorded_at, task_id,
           place, text_enc)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (task_id, place) DO NOTHING`,
        [
          entryId,
          caseNo,
          n,
          round,
          done.kind,
          done.department,
          outcome.completedBy,
          happenedAt,
          outcome.completedAt,
          outcome.taskId,
          place,
          await this.vault.seal(manager, placeOf(caseNo, entryId), JSON.stringify(said)),
        ],
      );
    }
  }

  async all(manager: EntityManager, { caseNo, n }: Pick<Response, 'caseNo' | 'n'>): Promise<Entry[]> {
    const rows = await manager.query<Row[]>(
      `SELECT entry_id AS "entryId", round, kind, department, person_id AS "personId", happened_at AS "happenedAt",
         recorded_at AS "recordedAt", text_enc
       FROM measure_entry WHERE case_no = $1 AND n = $2 ORDER BY happened_at, recorded_at, place`,
      [caseNo, n],
    );
    return Promise.all(
      rows.map(async ({ entryId, text_enc, ...entry }) => {
        const text = await this.vault.open(manager, placeOf(caseNo, entryId), text_enc);
        return { ...entry, said: JSON.parse(text) as Record<string, string> };
      }),
    );
  }

  /** For whom a person fills a form in: kept at its check, since a completed task no longer says it. */
  async departmentIs(manager: EntityManager, taskId: string, department: string): Promise<void> {
    await manager.query(
      `INSERT INTO task_department (task_id, department) VALUES ($1, $2) ON CONFLICT (task_id) DO UPDATE SET department = $2`,
      [taskId, department],
    );
  }

  async departmentOf(manager: EntityManager, taskId: string): Promise<string | undefined> {
    const rows = await manager.query<{ department: string }[]>(
      `SELECT department FROM task_department WHERE task_id = $1`,
      [taskId],
    );
    return rows[0]?.department;
  }
}

function placeOf(caseNo: string, entryId: string) {
  return { subject: caseNo, table: 'measure_entry', id: entryId, column: 'text_enc' };
}
