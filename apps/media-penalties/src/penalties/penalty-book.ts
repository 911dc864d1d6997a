import { Injectable } from '@nestjs/common';
import { found } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { Penalty } from './penalty.entity.js';

/** What stands from the imposing on. */
type Imposed = 'penaltyNo' | 'orgId' | 'storeId' | 'caseNo' | 'payerType' | 'payerId' | 'amountFen' | 'kind' | 'ruleId';
type Change = Partial<Omit<Penalty, Imposed | 'source' | 'parties' | 'imposedAt' | 'imposedBy'>>;

/** Rows of penalties. */
@Injectable()
export class PenaltyBook {
  find(manager: EntityManager, penaltyNo: string): Promise<Penalty | null> {
    return manager.findOneBy(Penalty, { penaltyNo });
  }

  /** @throws Problem penalty-unknown (missing) */
  async read(manager: EntityManager, penaltyNo: string): Promise<Penalty> {
    return found(await this.find(manager, penaltyNo), 'penalty-unknown');
  }

  /** Locked until the transaction ends. @throws Problem penalty-unknown (missing) */
  async lock(manager: EntityManager, penaltyNo: string): Promise<Penalty> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(await manager.findOne(Penalty, { where: { penaltyNo }, lock }), 'penalty-unknown');
  }

  /** Serialises imposing for one source, so that a repeat finds what stands. */
  async lockSource(manager: EntityManager, source: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('penalty:' || $1, 0))`, [source]);
  }

  ofSource(manager: EntityManager, source: string): Promise<Penalty[]> {
    return manager.find(Penalty, { where: { source }, order: { penaltyNo: 'ASC' } });
  }

  ofCase(manager: EntityManager, caseNo: string): Promise<Penalty[]> {
    return manager.find(Penalty, { where: { caseNo }, order: { penaltyNo: 'ASC' } });
  }

  async insert(manager: EntityManager, penalty: Penalty): Promise<void> {
    await manager.insert(Penalty, penalty);
  }

  /** Answers the penalty as it then stands. */
  async change(manager: EntityManager, penalty: Penalty, change: Change): Promise<Penalty> {
    await manager.update(Penalty, { penaltyNo: penalty.penaltyNo }, change);
    return { ...penalty, ...change };
  }
}
