import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

export interface Consultation {
  consultationId: string;
  caseNo: string;
  departments: string[];
  leadGroup: string;
  /** Departments whose opinion is in. */
  answered: string[];
}

/** What the relations of a consultation are granted and taken back by. */
export function sourceOf(consultationId: string): string {
  return `investigation:consultation:${consultationId}`;
}

/** Departments that were asked and said nothing (R04.10). */
export function silentOf({ departments, answered }: Pick<Consultation, 'departments' | 'answered'>): string[] {
  return departments.filter((department) => !answered.includes(department));
}

const COLUMNS = `consultation_id AS "consultationId", case_no AS "caseNo", departments, lead_group AS "leadGroup", ARRAY(
  SELECT department FROM consultation_opinion o WHERE o.consultation_id = consultation.consultation_id) AS answered`;

@Injectable()
export class Consultations {
  /** Asks the departments of a round of the case. */
  async begin(
    manager: EntityManager,
    one: { caseNo: string; round: number; departments: string[]; leadGroup: string; openedAt: Date },
  ): Promise<string> {
    const consultationId = v7();
    await manager.query(
      `INSERT INTO consultation (consultation_id, case_no, round, departments, lead_group, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [consultationId, one.caseNo, one.round, one.departments, one.leadGroup, one.openedAt],
    );
    return consultationId;
  }

  /** The one that open tasks of a case are about: a case has one at a time, and one that its process broke off is never concluded. */
  async open(manager: EntityManager, caseNo: string): Promise<Consultation | undefined> {
    const rows = await manager.query<Consultation[]>(
      `SELECT ${COLUMNS} FROM consultation
       WHERE case_no = $1 AND concluded_at IS NULL ORDER BY opened_at DESC, consultation_id DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
  }

  /** The last one that was held in a round of a case, concluded or not. */
  async ofRound(manager: EntityManager, caseNo: string, round: number): Promise<Consultation | undefined> {
    const rows = await manager.query<Consultation[]>(
      `SELECT ${COLUMNS} FROM consultation
       WHERE case_no = $1 AND round = $2 ORDER BY opened_at DESC, consultation_id DESC LIMIT 1`,
      [caseNo, round],
    );
    return rows[0];
  }

  /** The one that a task concludes; undefined for a task that was never checked, or about none. */
  async concludedBy(manager: EntityManager, taskId: string): Promise<Consultation | undefined> {
    const rows = await manager.query<Consultation[]>(
      `SELECT ${COLUMNS} FROM consultation JOIN consultation_minutes USING (consultation_id) WHERE task_id = $1`,
      [taskId],
    );
    return rows[0];
  }

  /** A task concludes the one that was open when its form was checked: by the time its completion is heard, the next may be. */
  async concludes(manager: EntityManager, consultationId: string, taskId: string): Promise<void> {
    await manager.query(
      `INSERT INTO consultation_minutes (task_id, consultation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [taskId, consultationId],
    );
  }

  /** Tasks that wrote its minutes: the conclusion, and the ruling where they differed. */
  async minutes(manager: EntityManager, consultationId: string): Promise<string[]> {
    const rows = await manager.query<{ task_id: string }[]>(
      `SELECT task_id FROM consultation_minutes WHERE consultation_id = $1`,
      [consultationId],
    );
    return rows.map(({ task_id }) => task_id);
  }

  /** A task speaks for one department, however often its form is checked. */
  async answered(manager: EntityManager, consultationId: string, taskId: string, department: string): Promise<void> {
    await manager.query(
      `INSERT INTO consultation_opinion (task_id, consultation_id, department) VALUES ($1, $2, $3)
       ON CONFLICT (task_id) DO UPDATE SET department = $3`,
      [taskId, consultationId, department],
    );
  }

  /** Its time ran out after its form was checked and before it was completed: that department said nothing. */
  async withdrawn(manager: EntityManager, taskId: string): Promise<void> {
    await manager.query(`DELETE FROM consultation_opinion WHERE task_id = $1`, [taskId]);
  }

  /** Task → department, of those that spoke. */
  async spoke(manager: EntityManager, consultationId: string): Promise<Map<string, string>> {
    const rows = await manager.query<{ task_id: string; department: string }[]>(
      `SELECT task_id, department FROM consultation_opinion WHERE consultation_id = $1`,
      [consultationId],
    );
    return new Map(rows.map(({ task_id, department }) => [task_id, department]));
  }

  async conclude(manager: EntityManager, consultationId: string, at: string): Promise<void> {
    await manager.query(`UPDATE consultation SET concluded_at = $2 WHERE consultation_id = $1`, [consultationId, at]);
  }
}
