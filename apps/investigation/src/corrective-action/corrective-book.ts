import { Injectable } from '@nestjs/common';
import type { CauseCode, CorrectiveOrigin } from '@huiying/contracts';
import { Clock, defineProblems, Problem } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import type { EntityManager } from 'typeorm';

defineProblems({
  'corrective-action-unknown': { zh: '没有这项纠正和预防措施', en: 'There is no such corrective action' },
});

/** 纠正和预防措施 (R13.7): one for each origin and cause. */
export interface CorrectiveAction {
  actionNo: string;
  orgId: string;
  origin: CorrectiveOrigin;
  /** Case, survey, supervision or report. */
  originNo: string;
  /** The recurring cause (R02.2); null: found by the analysis. */
  causeCode: CauseCode | null;
  responsibleGroup: string;
  /** How often the cause was looked for. */
  rounds: number;
  closedAt: Date | null;
}

const COLUMNS = `action_no AS "actionNo", org_id AS "orgId", origin, origin_no AS "originNo", cause_code AS "causeCode",
  responsible_group AS "responsibleGroup", rounds, closed_at AS "closedAt"`;

@Injectable()
export class CorrectiveBook {
  constructor(
    private readonly numbers: OwnNumbers,
    private readonly clock: Clock,
  ) {}

  /** Gives the number `JZ-…`. */
  async open(
    manager: EntityManager,
    given: Pick<CorrectiveAction, 'orgId' | 'origin' | 'originNo' | 'causeCode' | 'responsibleGroup'>,
  ): Promise<string> {
    const { orgId, origin, originNo, causeCode, responsibleGroup } = given;
    const actionNo = await this.numbers.next(manager, 'JZ', orgId);
    await manager.query(
      `INSERT INTO corrective_action (action_no, org_id, origin, origin_no, cause_code, responsible_group, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [actionNo, orgId, origin, originNo, causeCode, responsibleGroup, this.clock.now()],
    );
    return actionNo;
  }

  /** @throws Problem `corrective-action-unknown` */
  async get(manager: EntityManager, actionNo: string): Promise<CorrectiveAction> {
    const [row] = await manager.query<CorrectiveAction[]>(
      `SELECT ${COLUMNS} FROM corrective_action WHERE action_no = $1`,
      [actionNo],
    );
    if (!row) throw new Problem('corrective-action-unknown', 'missing', { params: { actionNo } });
    return row;
  }

  /** Without effect: the cause is looked for once more. */
  async again(manager: EntityManager, actionNo: string): Promise<void> {
    await manager.query(`UPDATE corrective_action SET rounds = rounds + 1 WHERE action_no = $1`, [actionNo]);
  }

  async close(manager: EntityManager, actionNo: string, ruleChange: boolean): Promise<void> {
    await manager.query(
      `UPDATE corrective_action SET closed_at = coalesce(closed_at, $2), rule_change = $3 WHERE action_no = $1`,
      [actionNo, this.clock.now(), ruleChange],
    );
  }
}
