import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Problem, Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import './forms.problems.js';

/** What one completed form said. */
export interface FormRecord {
  taskId: string;
  formId: string;
  subjectNo: string;
  /** Of the handling of its case; 0 where a subject is handled once. */
  round: number;
  actorId: string;
  completedAt: Date;
  answers: Record<string, unknown>;
}

interface Row {
  task_id: string;
  form_id: string;
  subject_no: string;
  case_no: string | null;
  round: number;
  actor_id: string;
  completed_at: Date;
  answers_enc: string;
}

const COLUMNS = 'task_id, form_id, subject_no, case_no, round, actor_id, completed_at, answers_enc';

/** The answers of completed forms, sealed by the case's key: they are free text about people (access.md §3). */
@Injectable()
export class FormRecords {
  constructor(private readonly vault: Vault) {}

  /**
   * Keeps an outcome once, for whichever comes first, the event of the completion or a job behind the task; a repeat changes nothing.
   * @param round how often the case was handled before and with this time; 0 where a subject is handled once
   * @returns true for the first
   */
  async keep(manager: EntityManager, outcome: TaskOutcome, round = 0): Promise<boolean> {
    const caseNo = outcome.caseNo ?? null;
    const place = placeOf({ task_id: outcome.taskId, case_no: caseNo, subject_no: outcome.subjectNo });
    const kept = await manager.query<unknown[]>(
      `INSERT INTO form_record (task_id, form_id, subject_no, case_no, round, actor_id, completed_at, answers_enc)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (task_id) DO NOTHING RETURNING task_id`,
      [
        outcome.taskId,
        outcome.formId,
        outcome.subjectNo,
        caseNo,
        round,
        outcome.completedBy,
        outcome.completedAt,
        await this.vault.seal(manager, place, JSON.stringify(outcome.data)),
      ],
    );
    return kept.length > 0;
  }

  /** What a task said; undefined while its owner has not heard of the completion. */
  async ofTask(manager: EntityManager, taskId: string): Promise<FormRecord | undefined> {
    const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS} FROM form_record WHERE task_id = $1`, [taskId]);
    return row && this.open(manager, row);
  }

  /** What tasks said, of those whose completion their owner has heard of; oldest first. */
  async ofTasks(manager: EntityManager, taskIds: readonly string[]): Promise<FormRecord[]> {
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM form_record WHERE task_id = ANY ($1) ORDER BY completed_at`,
      [taskIds],
    );
    return Promise.all(rows.map((row) => this.open(manager, row)));
  }

  /**
   * For a job that goes by what the forms before it said: it may be faster than the events of their completion. Those of one subject come
   * in order, so with the last of them all are kept.
   * @throws Problem `form-on-its-way` (passing): the job is tried again; `outcome-missing` where no task with a form was completed
   */
  async demandKept(manager: EntityManager, lastTaskId: string | null | undefined): Promise<void> {
    if (!lastTaskId) throw new Problem('outcome-missing', 'fault');
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM form_record WHERE task_id = $1`, [lastTaskId]);
    if (rows.length === 0) throw new Problem('form-on-its-way', 'unavailable');
  }

  /** The newest record of a form about a subject (a case, a measure, a request), or undefined. */
  async latest(manager: EntityManager, subjectNo: string, ...formIds: string[]): Promise<FormRecord | undefined> {
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM form_record WHERE subject_no = $1 AND form_id = ANY ($2) ORDER BY completed_at DESC LIMIT 1`,
      [subjectNo, formIds],
    );
    return rows[0] && this.open(manager, rows[0]);
  }

  /**
   * Those about a subject, or about a round of a case, oldest first. A round of a subject counts what was kept before rounds were told apart
   * (round 0) as well.
   */
  async all(
    manager: EntityManager,
    about: { subjectNo: string; round?: number | undefined } | { caseNo: string; round: number },
    ...formIds: string[]
  ): Promise<FormRecord[]> {
    const rows =
      'subjectNo' in about
        ? await manager.query<Row[]>(
            `SELECT ${COLUMNS} FROM form_record WHERE subject_no = $1 AND form_id = ANY ($2)
               AND ($3::int IS NULL OR round IN ($3, 0)) ORDER BY completed_at`,
            [about.subjectNo, formIds, about.round],
          )
        : await manager.query<Row[]>(
            `SELECT ${COLUMNS} FROM form_record WHERE case_no = $1 AND form_id = ANY ($2) AND round = $3
             ORDER BY completed_at`,
            [about.caseNo, formIds, about.round],
          );
    return Promise.all(rows.map((row) => this.open(manager, row)));
  }

  private async open(manager: EntityManager, row: Row): Promise<FormRecord> {
    const text = await this.vault.open(manager, placeOf(row), row.answers_enc);
    return {
      taskId: row.task_id,
      formId: row.form_id,
      subjectNo: row.subject_no,
      round: row.round,
      actorId: row.actor_id,
      completedAt: row.completed_at,
      answers: JSON.parse(text) as Record<string, unknown>,
    };
  }
}

function placeOf(row: Pick<Row, 'task_id' | 'case_no' | 'subject_no'>) {
  return { subject: row.case_no ?? row.subject_no, table: 'form_record', id: row.task_id, column: 'answers_enc' };
}
