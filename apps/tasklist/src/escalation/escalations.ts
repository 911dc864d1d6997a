import { Injectable } from '@nestjs/common';
import type { Holding } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

/** One level of acting on a missed limit; `key` is the subject number of its process. */
export interface Escalation {
  key: string;
  overdueNo: string;
  limitId: string;
  level: number;
  caseNo: string | null;
  orgId: string;
  orgType: string;
  /** Unit that the late task lay with. */
  lateUnitId: string | null;
  superior: Holding | null;
}

interface Row {
  key: string;
  overdue_no: string;
  limit_id: string;
  level: number;
  case_no: string | null;
  org_id: string;
  org_type: string;
  late_unit_id: string | null;
  superior_role: string | null;
  superior_unit_id: string | null;
}

@Injectable()
export class Escalations {
  async find(manager: EntityManager, key: string): Promise<Escalation | undefined> {
    const [row] = await manager.query<Row[]>('select * from escalation where key = $1', [key]);
    return row && escalationOf(row);
  }

  /** Superiors who had the same missed limit on a lower level: the next one is above them. */
  async earlierSuperiors(manager: EntityManager, { overdueNo, limitId, key, level }: Escalation): Promise<Holding[]> {
    const chain = key.replace(/\.\d+$/, '');
    const rows = await manager.query<Row[]>(
      `select * from escalation where overdue_no = $1 and limit_id = $2 and level < $3
         and (key = $4 or key like $4 || '.%') order by level`,
      [overdueNo, limitId, level, chain],
    );
    return rows.flatMap((row) => escalationOf(row).superior ?? []);
  }

  async name(manager: EntityManager, key: string, superior: Holding): Promise<void> {
    await manager.query('update escalation set superior_role = $2, superior_unit_id = $3 where key = $1', [
      key,
      superior.role,
      superior.unitId,
    ]);
  }

  async ended(manager: EntityManager, key: string, at: Date): Promise<void> {
    await manager.query('update escalation set ended_at = $2 where key = $1 and ended_at is null', [key, at]);
  }
}

function escalationOf(row: Row): Escalation {
  return {
    key: row.key,
    overdueNo: row.overdue_no,
    limitId: row.limit_id,
    level: row.level,
    caseNo: row.case_no,
    orgId: row.org_id,
    orgType: row.org_type,
    lateUnitId: row.late_unit_id,
    superior:
      row.superior_role === null || row.superior_unit_id === null
        ? null
        : { role: row.superior_role, unitId: row.superior_unit_id },
  };
}
