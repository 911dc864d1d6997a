import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SealedTaskHandOver } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';

/** A user task of a report; who has it is whoever has the pseudonym now. */
export interface ReportTask {
  id: string;
  reportNo: string;
  taskKey: string;
  elementId: string;
  formId: string;
  pseudonym: string;
  state: 'open' | 'completed' | 'withdrawn';
  limitId: string | null;
  review: boolean;
  createdAt: Date;
  dueAt: Date | null;
}

interface Row {
  id: string;
  report_no: string;
  task_key: string;
  element_id: string;
  form_id: string;
  pseudonym: string;
  state: ReportTask['state'];
  limit_id: string | null;
  review: boolean;
  created_at: Date;
  due_at: Date | null;
}

const COLUMNS =
  't.id, t.report_no, t.task_key, t.element_id, t.form_id, t.pseudonym, t.state, t.limit_id, t.review, t.created_at, t.due_at';

/** Tasks of reports, as the tasklist handed them over. */
@Injectable()
export class ReportTasks {
  constructor(private readonly vault: ReportVault) {}

  async keep(manager: EntityManager, reportNo: string, task: SealedTaskHandOver, pseudonym: string): Promise<void> {
    await manager.query(
      `INSERT INTO report_task (id, report_no, task_key, element_id, form_id, pseudonym, limit_id, created_at, review)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (task_key) DO NOTHING`,
      [
        randomUUID(),
        reportNo,
        task.taskKey,
        task.elementId,
        task.formId,
        pseudonym,
        task.limitId,
        new Date(task.createdAt),
        task.review,
      ],
    );
  }

  async byKey(manager: EntityManager, taskKey: string, lock = false): Promise<ReportTask | undefined> {
    return this.one(manager, `t.task_key = $1 ${lock ? 'FOR UPDATE' : ''}`, [taskKey]);
  }

  /** An open or ended task that lies with this person now. */
  async ofPerson(manager: EntityManager, id: string, personId: string, lock = false): Promise<ReportTask | undefined> {
    return this.one(manager, `t.id::text = $2 AND ${HELD} ${lock ? 'FOR UPDATE OF t' : ''}`, [
      this.vault.personBlinds(personId),
      id,
    ]);
  }

  async openOf(manager: EntityManager, personId: string): Promise<ReportTask[]> {
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM report_task t WHERE t.state = 'open' AND ${HELD}
       ORDER BY t.due_at NULLS LAST, t.created_at, t.id`,
      [this.vault.personBlinds(personId)],
    );
    return rows.map(taskOf);
  }

  /** Open tasks of a report, the longest open first. */
  async openOfReport(manager: EntityManager, reportNo: string): Promise<ReportTask[]> {
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS} FROM report_task t WHERE t.report_no = $1 AND t.state = 'open' ORDER BY t.created_at, t.id`,
      [reportNo],
    );
    return rows.map(taskOf);
  }

  /** null: to be told anew. */
  async due(manager: EntityManager, taskKey: string, dueAt: Date | null): Promise<void> {
    await manager.query(`UPDATE report_task SET due_at = $2 WHERE task_key = $1`, [taskKey, dueAt]);
  }

  async end(manager: EntityManager, taskKey: string, state: 'completed' | 'withdrawn', at: Date): Promise<void> {
    await manager.query(`UPDATE report_task SET state = $2, ended_at = $3 WHERE task_key = $1 AND state = 'open'`, [
      taskKey,
      state,
      at,
    ]);
    await manager.query(`DELETE FROM report_draft d USING report_task t WHERE t.id = d.task_id AND t.task_key = $1`, [
      taskKey,
    ]);
  }

  private async one(manager: EntityManager, where: string, params: unknown[]): Promise<ReportTask | undefined> {
    const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS} FROM report_task t WHERE ${where}`, params);
    return row && taskOf(row);
  }
}

/** $1: blind values of the person. */
const HELD = `EXISTS (
  SELECT 1 FROM report_handler h WHERE h.report_no = t.report_no AND h.pseudonym = t.pseudonym
    AND h.person_blind = ANY ($1) AND h.until IS NULL)`;

function taskOf(row: Row): ReportTask {
  return {
    id: row.id,
    reportNo: row.report_no,
    taskKey: row.task_key,
    elementId: row.element_id,
    formId: row.form_id,
    pseudonym: row.pseudonym,
    state: row.state,
    limitId: row.limit_id,
    review: row.review,
    createdAt: row.created_at,
    dueAt: row.due_at,
  };
}
