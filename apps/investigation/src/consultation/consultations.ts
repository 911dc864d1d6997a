import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Consultation {
  consultationId: string;
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
export function silentOf({ departments, answered }: Consultation): string[] {
  return departments.filter((department) => !answered.includes(department));
}

@Injectable()
export class Consultations {
  /** The newest one of a case that is not concluded. */
  async open(manager: EntityManager, caseNo: string): Promise<Consultation | undefined> {
    const rows = await manager.query<Consultation[]>(
      `SELECT consultation_id AS "consultationId", departments, lead_group AS "leadGroup", ARRAY(
         SELECT department FROM consultation_opinion o WHERE o.consultation_id = consultation.consultation_id) AS answered
       FROM consultation
       WHERE case_no = $1 AND concluded_at IS NULL ORDER BY opened_at DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
  }

  /** The newest one of a case, concluded or not. */
  async newest(manager: EntityManager, caseNo: string): Promise<(Consultation & { openedAt: Date }) | undefined> {
    const rows = await manager.query<(Consultation & { openedAt: Date })[]>(
      `SELECT consultation_id AS "consultationId", departments, lead_group AS "leadGroup", opened_at AS "openedAt", ARRAY(
         SELECT department FROM consultation_opinion o WHERE o.consultation_id = consultation.consultation_id) AS answered
       FROM consultation WHERE case_no = $1 ORDER BY opened_at DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
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
