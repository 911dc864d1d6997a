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
      `SELECT consultation_id AS "consultationId", departments, lead_group AS "leadGroup", answered FROM consultation
       WHERE case_no = $1 AND concluded_at IS NULL ORDER BY opened_at DESC LIMIT 1`,
      [caseNo],
    );
    return rows[0];
  }

  async answered(manager: EntityManager, consultationId: string, department: string): Promise<void> {
    await manager.query(
      `UPDATE consultation SET answered = array_append(answered, $2) WHERE consultation_id = $1 AND NOT $2 = ANY (answered)`,
      [consultationId, department],
    );
  }

  async conclude(manager: EntityManager, consultationId: string, at: string): Promise<void> {
    await manager.query(`UPDATE consultation SET concluded_at = $2 WHERE consultation_id = $1`, [consultationId, at]);
  }
}
