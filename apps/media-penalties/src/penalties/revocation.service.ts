import { Injectable } from '@nestjs/common';
import type { RevocationInput, RevocationResult } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { AccessService, Clock, defineProblems, Problem, type StaffSubject, Vault } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { refundOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { Payments } from './payments.js';
import { toldOf } from './penalty.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';
import { penaltyFacts } from './penalty.facts.js';
import { ShareClaims } from './share-claims.js';

defineProblems({
  'claim-not-revocable': {
    zh: '退回款随原处罚的撤销产生，不能单独撤销',
    en: 'The return of a share follows from a revoked penalty and is not revoked by itself',
  },
});

/** Where the reason of a revocation lies sealed: by the penalty's own key, which is kept longer than a case (access.md §3). */
export function revocationPlace({ penaltyNo }: Pick<Penalty, 'penaltyNo'>) {
  return { subject: penaltyNo, table: 'penalty', id: penaltyNo, column: 'revocation_enc' };
}

/**
 * 撤销处罚 by the region's head (R11.7), one transaction: the ledger is revoked, a running collection ends, what the ledger shows as paid
 * starts one refund, what it shows as passed on is claimed back from every store that got a share.
 */
@Injectable()
export class RevocationService {
  constructor(
    private readonly database: DataSource,
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly payments: Payments,
    private readonly claims: ShareClaims,
    private readonly access: AccessService,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem same-person (403) for one's own penalty, owed or imposed; penalty-revoked, claim-not-revocable (409) */
  async revoke(penaltyNo: string, input: RevocationInput, caller: StaffSubject): Promise<RevocationResult> {
    return this.database.transaction(async (manager) => {
      const penalty = await this.book.lock(manager, penaltyNo);
      await this.demand(manager, penalty, caller);
      if (penalty.kind === 'share-return') throw new Problem('claim-not-revocable', 'conflict');
      const refused = await this.ledger.write(manager, penalty, { type: 'revoke' }, { actorId: caller.personId });
      if (refused) throw new Problem(refused, 'conflict');
      const state = await this.ledger.state(manager, penalty);
      const refund = refundOf(state) > 0;
      const revoked = await this.book.change(manager, penalty, {
        state: refund ? 'refund-due' : 'revoked',
        revokedAt: this.clock.now(),
        revokedBy: caller.personId,
        revokedBecause: input.because,
        revocationEnc: await this.vault.seal(manager, revocationPlace(penalty), input.reason),
      });
      await this.tell(manager, revoked, input, caller, refund);
      const claims = state.passedOn ? await this.claims.raise(manager, revoked, caller.personId) : [];
      return { penaltyNo, state: revoked.state, refund, claims };
    });
  }

  private async demand(manager: EntityManager, penalty: Penalty, caller: StaffSubject): Promise<void> {
    const excludedIds = [penalty.payerId, penalty.imposedBy].filter((id): id is string => id !== null);
    await this.access.demand(caller, 'penalty.revoke', { ...penaltyFacts(penalty), excludedIds }, manager);
  }

  private async tell(
    manager: EntityManager,
    penalty: Penalty,
    { because }: RevocationInput,
    caller: StaffSubject,
    refund: boolean,
  ): Promise<void> {
    const { penaltyNo, caseNo, orgId } = penalty;
    await this.outbox.message(manager, { name: 'penalty-revoked', correlationKey: penaltyNo, variables: {} });
    await this.outbox.event(manager, {
      type: 'penalty.revoked',
      subject: penaltyNo,
      ...(caseNo ? { caseNo } : {}),
      orgId,
      actorId: caller.personId,
      cause: { route: 'penalty.revoke' },
      data: { ...toldOf(penalty), because, refund },
    });
    if (refund) await this.payments.startRefund(manager, penalty);
  }
}
