import { Injectable } from '@nestjs/common';
import { Clock, defineProblems, found } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { CorrectiveAction } from './corrective-action.entity.js';

defineProblems({
  'corrective-action-unknown': { zh: '没有这项纠正和预防措施', en: 'There is no such corrective action' },
});

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
    const actionNo = await this.numbers.next(manager, 'JZ', given.orgId);
    await manager.insert(CorrectiveAction, { ...given, actionNo, openedAt: this.clock.now() });
    return actionNo;
  }

  /** @throws Problem `corrective-action-unknown` */
  async get(manager: EntityManager, actionNo: string): Promise<CorrectiveAction> {
    return found(await manager.findOneBy(CorrectiveAction, { actionNo }), 'corrective-action-unknown', { actionNo });
  }

  /** Without effect: the cause is looked for once more. */
  async again(manager: EntityManager, actionNo: string): Promise<void> {
    await manager.increment(CorrectiveAction, { actionNo }, 'rounds', 1);
  }

  async close(manager: EntityManager, actionNo: string, ruleChange: boolean): Promise<void> {
    await manager.query(
      `UPDATE corrective_action SET closed_at = coalesce(closed_at, $2), rule_change = $3 WHERE action_no = $1`,
      [actionNo, this.clock.now(), ruleChange],
    );
  }
}
