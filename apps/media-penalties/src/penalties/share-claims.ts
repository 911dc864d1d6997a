import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { LedgerBook } from '../ledger/ledger-book.js';
import { Imposing } from './imposing.js';
import { claimSourceOf } from './penalty.js';
import type { Penalty } from './penalty.entity.js';

const FEN = 100;

/**
 * 退回转付款: a media fine that was revoked after it had been passed on. Its ledger hands the debt over to one demand for each store that
 * got a share, which is told, collected and chased like a penalty (R11.5–R11.7).
 */
@Injectable()
export class ShareClaims {
  constructor(
    private readonly ledger: LedgerBook,
    private readonly imposing: Imposing,
  ) {}

  /** Numbers of the demands. The caller holds the lock of the penalty's row and has revoked it. */
  async raise(manager: EntityManager, penalty: Penalty, revokedBy: string): Promise<string[]> {
    const { payees } = await this.ledger.state(manager, penalty);
    const refused = await this.ledger.write(manager, penalty, { type: 'reclaim' }, { actorId: revokedBy });
    if (refused) throw new Problem(refused, 'fault');
    const { penaltyNo, caseNo, ruleId } = penalty;
    return this.imposing.impose(manager, {
      penalties: payees.map(({ account, amountFen }) => ({
        payer: account.slice('store:'.length),
        amountYuan: amountFen / FEN,
        kind: 'fine',
        ruleId,
      })),
      source: claimSourceOf(penaltyNo),
      claims: true,
      caseNo,
      imposedBy: revokedBy,
      cause: { route: 'penalty.revoke' },
    });
  }
}
