import { Injectable } from '@nestjs/common';
import type { LedgerEntryKind } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { type Day, dayOf } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import type { Account, LedgerEntry, LedgerLine, LedgerState } from './ledger.js';
import { decideLedger, type LedgerCommand, ledgerOf, type LedgerRefusal } from './ledger.decider.js';
import './ledger.problems.js';

/** An entry as it stands: when it was written, for which day, by whom. */
export interface WrittenEntry extends LedgerEntry {
  at: Date;
  on: Day;
  actorId: string;
}

/** Who writes, for which day (default: today), and the completed form that says so. */
export interface LedgerAct {
  actorId: string;
  on?: Day;
  outcomeId?: string;
}

interface Row {
  id: string;
  kind: LedgerEntryKind;
  at: Date;
  on: Day;
  actor_id: string;
  receipt_no: string | null;
  lines: LedgerLine[];
}

/** The fine ledger in the database. Every entry is decided on those before it, the penalty's row being locked. */
@Injectable()
export class LedgerBook {
  constructor(private readonly clock: Clock) {}

  /** Entries of a penalty, oldest first. */
  async entries(manager: EntityManager, penaltyNo: string): Promise<WrittenEntry[]> {
    const rows = await manager.query<Row[]>(
      `SELECT e.id, e.kind, e.at, e.happened_on::text AS on, e.actor_id, e.receipt_no,
         json_agg(json_build_object('account', l.account, 'amountFen', l.amount_fen) ORDER BY l.account) AS lines
       FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
       WHERE e.penalty_no = $1 GROUP BY e.id ORDER BY e.id`,
      [penaltyNo],
    );
    return rows.map(({ kind, at, on, actor_id, receipt_no, lines }) => ({
      ...{ kind, penaltyNo, lines, at, on },
      actorId: actor_id,
      receiptNo: receipt_no,
    }));
  }

  /** @throws Problem penalty-unknown (missing) where nothing was imposed */
  async state(
    manager: EntityManager,
    { penaltyNo, orgId }: { penaltyNo: string; orgId: string },
  ): Promise<LedgerState> {
    const state = ledgerOf(await this.entries(manager, penaltyNo), financeOf(orgId));
    if (!state) throw new Problem('penalty-unknown', 'missing');
    return state;
  }

  /** Whether what a completed form says stands on the ledger. */
  async knows(manager: EntityManager, outcomeId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM ledger_entry WHERE outcome_id = $1`, [outcomeId]);
    return rows.length > 0;
  }

  /** The refusal, or undefined where the entry was written. The caller holds the lock of the penalty's row. */
  async write(
    manager: EntityManager,
    penalty: { penaltyNo: string; orgId: string },
    command: LedgerCommand,
    { actorId, on, outcomeId }: LedgerAct,
  ): Promise<LedgerRefusal | undefined> {
    const { penaltyNo, orgId } = penalty;
    const before = ledgerOf(await this.entries(manager, penaltyNo), financeOf(orgId));
    const decision = decideLedger(penaltyNo, before, command);
    if ('refused' in decision) return decision.refused;
    const now = this.clock.now();
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO ledger_entry (penalty_no, kind, at, happened_on, actor_id, outcome_id, receipt_no)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        ...[penaltyNo, decision.entry.kind, now, on ?? dayOf(now), actorId],
        ...[outcomeId ?? null, decision.entry.receiptNo ?? null],
      ],
    );
    await manager.query(
      `INSERT INTO ledger_line (entry_id, account, amount_fen) SELECT $1, account, amount
       FROM unnest($2::text[], $3::bigint[]) AS line(account, amount)`,
      [
        row?.id,
        decision.entry.lines.map(({ account }) => account),
        decision.entry.lines.map(({ amountFen }) => amountFen),
      ],
    );
    return undefined;
  }
}

export function financeOf(orgId: string): Account {
  return `finance:${orgId}`;
}
