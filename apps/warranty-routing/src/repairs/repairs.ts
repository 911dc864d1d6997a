import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Repair {
  /** Task or job that it was recorded by: a repeat changes nothing. */
  sourceId: string;
  caseNo: string;
  /** 1 minor, 2 ordinary, 3 by the builder. */
  level: 1 | 2 | 3;
  repairGroup: string;
  underWarranty: boolean | null;
  doneOn: string;
  accepted: boolean;
  recordedAt: Date | string;
}

export interface Assignment {
  taskId: string;
  caseNo: string;
  repairGroup: string;
  underWarranty: boolean;
  completionAcceptedOn: string;
  visitAt: string;
  agreedOn: string | null;
  by: string;
  assignedAt: string;
}

/** Who was to repair, and what was repaired. */
@Injectable()
export class Repairs {
  async assign(manager: EntityManager, one: Assignment): Promise<void> {
    await manager.query(
      `INSERT INTO repair_assignment
         (task_id, case_no, repair_group, under_warranty, completion_accepted_on, visit_at, agreed_on, by, assigned_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        one.taskId,
        one.caseNo,
        one.repairGroup,
        one.underWarranty,
        one.completionAcceptedOn,
        one.visitAt,
        one.agreedOn,
        one.by,
        one.assignedAt,
      ],
    );
  }

  async record(manager: EntityManager, one: Repair): Promise<void> {
    await manager.query(
      `INSERT INTO repair (source_id, case_no, level, repair_group, under_warranty, done_on, accepted, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        one.sourceId,
        one.caseNo,
        one.level,
        one.repairGroup,
        one.underWarranty,
        one.doneOn,
        one.accepted,
        one.recordedAt,
      ],
    );
  }

  /** Is the builder's repair on record since a moment, that of the report which asked for it (R02.10)? */
  async recordedSince(manager: EntityManager, caseNo: string, since: Date): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM repair WHERE case_no = $1 AND level = 3 AND accepted AND recorded_at >= $2 LIMIT 1`,
      [caseNo, since],
    );
    return rows.length > 0;
  }
}
