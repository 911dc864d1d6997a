import { Injectable } from '@nestjs/common';
import { found } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { Dispute } from './dispute.entity.js';
import './disputes.problems.js';

/** Rows of disputes. */
@Injectable()
export class DisputeBook {
  find(manager: EntityManager, disputeNo: string): Promise<Dispute | null> {
    return manager.findOneBy(Dispute, { disputeNo });
  }

  ofCase(manager: EntityManager, caseNo: string): Promise<Dispute | null> {
    return manager.findOneBy(Dispute, { caseNo });
  }

  /** @throws Problem dispute-unknown (missing) */
  async read(manager: EntityManager, disputeNo: string): Promise<Dispute> {
    return found(await this.find(manager, disputeNo), 'dispute-unknown');
  }

  /** Locked until the transaction ends. @throws Problem dispute-unknown (missing) */
  async lock(manager: EntityManager, disputeNo: string): Promise<Dispute> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(await manager.findOne(Dispute, { where: { disputeNo }, lock }), 'dispute-unknown');
  }

  async insert(manager: EntityManager, dispute: Dispute): Promise<void> {
    await manager.insert(Dispute, dispute);
  }

  /** Answers the dispute as it then stands. */
  async change(manager: EntityManager, dispute: Dispute, change: Partial<Dispute>): Promise<Dispute> {
    await manager.update(Dispute, { disputeNo: dispute.disputeNo }, change);
    return { ...dispute, ...change };
  }
}
