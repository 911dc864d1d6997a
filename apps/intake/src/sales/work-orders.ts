import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';

/** 工作处理单 (R07.4) or 投诉工作处理单 (R07.5): who issued it, from which level, to whom. Its words are the answers of the task. */
export interface WorkOrder {
  id: string;
  purpose: 'climb' | 'departments';
  /** Process instance of the handling. */
  instanceKey: string;
  /** Round of handling. */
  round: number;
  /** Level that issued it, 1 to 5. */
  level: number;
  /** Groups that it goes to: the next level, or the departments. */
  departments: string[];
  taskId: string;
  /** Staff id: who completed the task signed the order. */
  issuedBy: string;
  issuedAt: Date;
}

@Injectable()
export class WorkOrders {
  async keep(manager: EntityManager, caseNo: string, order: Omit<WorkOrder, 'id'>): Promise<string> {
    const id = v7();
    const { purpose, instanceKey, round, level, departments, taskId, issuedBy, issuedAt } = order;
    await manager.query(
      `INSERT INTO work_order (id, case_no, purpose, instance_key, round, level, departments, task_id, issued_by, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, caseNo, purpose, instanceKey, round, level, departments, taskId, issuedBy, issuedAt],
    );
    return id;
  }

  /** Level that a handling has reached: one more than it climbed. */
  async levelOf(manager: EntityManager, instanceKey: string): Promise<number> {
    const [row] = await manager.query<{ climbs: number }[]>(
      `SELECT count(*)::int AS climbs FROM work_order WHERE instance_key = $1 AND purpose = 'climb'`,
      [instanceKey],
    );
    return 1 + (row?.climbs ?? 0);
  }

  /** Those of a case, oldest first. */
  list(manager: EntityManager, caseNo: string): Promise<WorkOrder[]> {
    return manager.query<WorkOrder[]>(
      `SELECT id, purpose, instance_key AS "instanceKey", round, level, departments, task_id AS "taskId", issued_by AS "issuedBy", issued_at AS "issuedAt"
       FROM work_order WHERE case_no = $1 ORDER BY issued_at, id`,
      [caseNo],
    );
  }
}
