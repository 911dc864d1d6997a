import { Injectable } from '@nestjs/common';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { type Measure, type MeasureLine, type MeasureState, type MeasureSubject, subjectOfCase } from './measure.js';

interface Row {
  measure_no: string;
  subject_no: string;
  case_no: string | null;
  org_id: string | null;
  type: Measure['type'];
  assigned_group: string;
  planned_on: string;
  amount_fen: string | null;
  description_enc: string;
  state: MeasureState;
  done_on: string | null;
  done_by: string | null;
  paid_fen: string | null;
  closed_on: string | null;
}

const COLUMNS = `measure_no, subject_no, case_no, org_id, type, assigned_group, planned_on::text, amount_fen, description_enc, state, done_on::text,
  done_by, paid_fen, closed_on::text`;

/** The measures of all cases and of what has none: proposed by a form, put in force by a decision, an agreement or a diversion, done, closed. */
@Injectable()
export class MeasureBook {
  constructor(private readonly vault: Vault) {}

  /**
   * Numbers the lines of a task's form `<subjectNo>-M<n>`. A form may be checked several times before its task completes: the same places
   * keep their numbers, dropped lines lose theirs. `orgIds`: organisations of lines that another than the subject's carries out.
   */
  async propose(
    manager: EntityManager,
    subject: MeasureSubject,
    taskId: string,
    lines: readonly MeasureLine[],
    orgIds: readonly (string | undefined)[] = [],
  ): Promise<Measure[]> {
    await manager.query(`DELETE FROM measure WHERE source_task_id = $1 AND place >= $2 AND state = 'proposed'`, [
      taskId,
      lines.length,
    ]);
    const known = await manager.query<{ place: number; measure_no: string }[]>(
      `SELECT place, measure_no FROM measure WHERE source_task_id = $1`,
      [taskId],
    );
    for (const [place, line] of lines.entries()) {
      const measureNo =
        known.find((row) => row.place === place)?.measure_no ?? (await this.nextNumber(manager, subject.subjectNo));
      const own = { ...subject, orgId: orgIds[place] ?? subject.orgId };
      await this.write(manager, { measureNo, subject: own, taskId, place, line, state: 'proposed' });
    }
    return this.ofTask(manager, taskId);
  }

  /** A measure that nobody proposed on a form (repair request, invalid complaint), in force at once. A repeat changes nothing. */
  async order(manager: EntityManager, measureNo: string, caseNo: string, line: MeasureLine): Promise<void> {
    await this.write(manager, {
      measureNo,
      subject: subjectOfCase(caseNo),
      taskId: null,
      place: 0,
      line,
      state: 'in-force',
    });
    await manager.query(
      `INSERT INTO measure_number (subject_no, last) VALUES ($1, 1) ON CONFLICT (subject_no) DO NOTHING`,
      [caseNo],
    );
  }

  async putInForce(manager: EntityManager, measureNos: readonly string[]): Promise<void> {
    await manager.query(`UPDATE measure SET state = 'in-force' WHERE measure_no = ANY ($1) AND state = 'proposed'`, [
      measureNos,
    ]);
  }

  /** All that a task proposed. */
  async putTaskInForce(manager: EntityManager, taskId: string): Promise<void> {
    await manager.query(`UPDATE measure SET state = 'in-force' WHERE source_task_id = $1 AND state = 'proposed'`, [
      taskId,
    ]);
  }

  async ofTask(manager: EntityManager, taskId: string): Promise<Measure[]> {
    return this.read(manager, `source_task_id = $1 ORDER BY place`, [taskId]);
  }

  async ofCase(manager: EntityManager, caseNo: string): Promise<Measure[]> {
    return this.read(manager, `case_no = $1 ORDER BY length(measure_no), measure_no`, [caseNo]);
  }

  async find(manager: EntityManager, measureNo: string): Promise<Measure | undefined> {
    return (await this.read(manager, `measure_no = $1`, [measureNo]))[0];
  }

  async done(
    manager: EntityManager,
    measureNo: string,
    on: { doneOn: string; doneBy: string; paidFen: number | null },
  ) {
    await manager.query(
      // Verified and closed before the event of its completion came, it stays closed, with the day and what was paid.
      `UPDATE measure SET state = CASE state WHEN 'closed' THEN state ELSE 'done' END, done_on = $2, done_by = $3, paid_fen = $4
       WHERE measure_no = $1`,
      [measureNo, on.doneOn, on.doneBy, on.paidFen],
    );
  }

  /** Whoever carries it out may not verify it. */
  async carriedOutBy(manager: EntityManager, measureNo: string, personId: string): Promise<void> {
    await manager.query(`UPDATE measure SET done_by = $2 WHERE measure_no = $1 AND state <> 'closed'`, [
      measureNo,
      personId,
    ]);
  }

  /** Verifying found it incomplete: it is to be done again, and the completion before no longer counts. */
  async sentBack(manager: EntityManager, measureNo: string): Promise<void> {
    await manager.query(
      `UPDATE measure SET state = 'in-force', done_on = NULL, paid_fen = NULL WHERE measure_no = $1 AND state = 'done'`,
      [measureNo],
    );
  }

  async close(manager: EntityManager, measureNo: string, closedOn: string): Promise<void> {
    await manager.query(`UPDATE measure SET state = 'closed', closed_on = $2 WHERE measure_no = $1`, [
      measureNo,
      closedOn,
    ]);
  }

  private async nextNumber(manager: EntityManager, subjectNo: string): Promise<string> {
    const [row] = await manager.query<{ last: number }[]>(
      `INSERT INTO measure_number (subject_no, last) VALUES ($1, 1)
       ON CONFLICT (subject_no) DO UPDATE SET last = measure_number.last + 1 RETURNING last`,
      [subjectNo],
    );
    return `${subjectNo}-M${row?.last}`;
  }

  private async write(
    manager: EntityManager,
    given: {
      measureNo: string;
      subject: MeasureSubject;
      taskId: string | null;
      place: number;
      line: MeasureLine;
      state: MeasureState;
    },
  ): Promise<void> {
    const { measureNo, subject, taskId, place, line, state } = given;
    const { subjectNo, caseNo, orgId } = subject;
    const sealed = await this.vault.seal(manager, placeOf(measureNo, subject), line.description);
    await manager.query(
      `INSERT INTO measure (measure_no, case_no, source_task_id, place, type, assigned_group, planned_on, amount_fen, description_enc,
         state, subject_no, org_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (measure_no) DO UPDATE SET type = $5, assigned_group = $6, planned_on = $7, amount_fen = $8, description_enc = $9, org_id = $12
       WHERE measure.state = 'proposed'`,
      [
        measureNo,
        caseNo,
        taskId,
        place,
        line.type,
        line.group,
        line.plannedOn,
        line.amountFen,
        sealed,
        state,
        subjectNo,
        orgId,
      ],
    );
  }

  private async read(manager: EntityManager, where: string, values: unknown[]): Promise<Measure[]> {
    const rows = await manager.query<Row[]>(`SELECT ${COLUMNS} FROM measure WHERE ${where}`, values);
    return Promise.all(rows.map((row) => this.toMeasure(manager, row)));
  }

  private async toMeasure(manager: EntityManager, row: Row): Promise<Measure> {
    const fen = (value: string | null) => (value === null ? null : Number(value));
    const subject = { subjectNo: row.subject_no, caseNo: row.case_no, orgId: row.org_id };
    return {
      measureNo: row.measure_no,
      ...subject,
      type: row.type,
      group: row.assigned_group,
      plannedOn: row.planned_on,
      amountFen: fen(row.amount_fen),
      description: await this.vault.open(manager, placeOf(row.measure_no, subject), row.description_enc),
      state: row.state,
      doneOn: row.done_on,
      doneBy: row.done_by,
      paidFen: fen(row.paid_fen),
      closedOn: row.closed_on,
    };
  }
}

function placeOf(measureNo: string, { caseNo, subjectNo }: MeasureSubject) {
  return { subject: caseNo ?? subjectNo, table: 'measure', id: measureNo, column: 'description_enc' };
}
