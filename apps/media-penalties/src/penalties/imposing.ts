import { Injectable } from '@nestjs/common';
import type { EventCause, ImposedPenalty } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Problem } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { LedgerBook, financeOf } from '../ledger/ledger-book.js';
import { type Named, type Payer, Payers } from './payers.js';
import { accountOf, payeesOf, toldOf } from './penalty.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';
import { fenOf, kindOf } from './penalty-kind.js';

/** What a decision imposes, on whom, and because of what. */
export interface ImposeOrder extends Named {
  /** Lines of the decision; those of zero impose nothing. */
  penalties: readonly ImposedPenalty[] | null | undefined;
  /** `<what>:<number>`: nothing is imposed twice for one source, payer and rule. */
  source: string;
  caseNo?: string | null | undefined;
  /** true: what was passed on of a revoked penalty is claimed back. */
  claims?: boolean;
  /** Stores among which it is shared out equally. */
  payees?: readonly string[] | null | undefined;
  /** Who decided it, where a person did. */
  imposedBy?: string | null | undefined;
  cause: EventCause<'penalty.imposed'>;
  process?: { processId: string; processVersion: number | string; elementId: string };
}

/**
 * Imposes penalties: number CF-…, row, balanced ledger entry, event and start of the collection, in the caller's transaction
 * (R11.1–R11.11). One notice per payer and rule.
 */
@Injectable()
export class Imposing {
  constructor(
    private readonly payers: Payers,
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly numbers: OwnNumbers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answers the numbers of all penalties that now stand for the lines, those imposed before included. */
  async impose(manager: EntityManager, order: ImposeOrder): Promise<string[]> {
    const lines = (order.penalties ?? []).filter(({ amountYuan }) => amountYuan > 0);
    if (lines.length === 0) return [];
    await this.book.lockSource(manager, order.source);
    const standing = await this.book.ofSource(manager, order.source);
    const numbers: string[] = [];
    for (const line of lines) {
      const payer = await this.payers.find(line.payer, order);
      const known = standing.find(({ payerId, ruleId }) => payerId === payer.payerId && ruleId === line.ruleId);
      const penalty = known ?? (await this.imposeOne(manager, order, line, payer));
      if (!known) standing.push(penalty);
      numbers.push(penalty.penaltyNo);
    }
    return [...new Set(numbers)];
  }

  private async imposeOne(
    manager: EntityManager,
    order: ImposeOrder,
    line: ImposedPenalty,
    { payerType, payerId, storeId, orgId, orgType }: Payer,
  ): Promise<Penalty> {
    const payees = (order.payees ?? []).filter((id) => id !== storeId);
    const penalty: Penalty = {
      penaltyNo: await this.numbers.next(manager, 'CF', orgId),
      ...{ orgId, storeId, payerType, payerId },
      caseNo: order.caseNo ?? null,
      amountFen: fenOf(line.amountYuan),
      kind: order.claims === true ? 'share-return' : kindOf(line),
      ruleId: line.ruleId,
      source: order.source,
      parties: [storeId, ...payees],
      state: 'imposed',
      imposedAt: this.clock.now(),
      imposedBy: order.imposedBy ?? null,
      ...{ noticeOn: null, payBy: null, chases: 0, paidOn: null, passedOn: null, refundedOn: null },
      ...{ revokedAt: null, revokedBy: null, revokedBecause: null, revocationEnc: null },
    };
    await this.book.insert(manager, penalty);
    await this.enter(manager, penalty);
    await this.outbox.event(manager, {
      type: 'penalty.imposed',
      subject: penalty.penaltyNo,
      ...(penalty.caseNo ? { caseNo: penalty.caseNo } : {}),
      orgId,
      actorId: penalty.imposedBy ?? 'system',
      cause: order.cause,
      ...(order.process ? { process: order.process } : {}),
      data: toldOf(penalty),
    });
    await this.outbox.message(manager, {
      name: 'start-penalty-collection',
      correlationKey: penalty.penaltyNo,
      startsProcess: 'penalty-collection',
      variables: { subjectNo: penalty.penaltyNo, orgId, orgType, storeId, hasPayees: payees.length > 0 },
    });
    return penalty;
  }

  private async enter(manager: EntityManager, penalty: Penalty): Promise<void> {
    const { amountFen, imposedBy, orgId } = penalty;
    const payees = payeesOf(penalty).map((id) => `store:${id}` as const);
    const command = {
      type: 'impose' as const,
      payer: accountOf(penalty),
      finance: financeOf(orgId),
      amountFen,
      payees,
    };
    const refused = await this.ledger.write(manager, penalty, command, { actorId: imposedBy ?? 'system' });
    if (refused) throw new Problem(refused, 'fault');
  }
}
