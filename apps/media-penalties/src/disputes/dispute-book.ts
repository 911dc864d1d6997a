import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Dispute } from './dispute.js';
import './disputes.problems.js';

const COLUMN = {
  disputeNo: 'dispute_no',
  caseNo: 'case_no',
  orgId: 'org_id',
  regionId: 'region_id',
  complainingStoreId: 'complaining_store_id',
  respondentStoreId: 'respondent_store_id',
  parties: 'parties',
  descriptionEnc: 'description_enc',
  state: 'state',
  openedBy: 'opened_by',
  openedAt: 'opened_at',
  dueOn: 'due_on',
  servedOn: 'served_on',
  receivedOn: 'received_on',
  ruledBy: 'ruled_by',
  poorlyHandledBy: 'poorly_handled_by',
  endedAt: 'ended_at',
} as const satisfies Record<keyof Dispute, string>;
const DAYS: readonly string[] = ['due_on', 'served_on', 'received_on'];
const SELECT = Object.entries(COLUMN)
  .map(([name, column]) => `${column}${DAYS.includes(column) ? '::text' : ''} AS "${name}"`)
  .join(', ');

/** Rows of disputes. */
@Injectable()
export class DisputeBook {
  async find(manager: EntityManager, disputeNo: string): Promise<Dispute | undefined> {
    const rows = await manager.query<Dispute[]>(`SELECT ${SELECT} FROM dispute WHERE dispute_no = $1`, [disputeNo]);
    return rows[0];
  }

  async ofCase(manager: EntityManager, caseNo: string): Promise<Dispute | undefined> {
    const rows = await manager.query<Dispute[]>(`SELECT ${SELECT} FROM dispute WHERE case_no = $1`, [caseNo]);
    return rows[0];
  }

  /** Locked until the transaction ends. @throws Problem dispute-unknown (missing) */
  async lock(manager: EntityManager, disputeNo: string): Promise<Dispute> {
    const [row] = await manager.query<Dispute[]>(`SELECT ${SELECT} FROM dispute WHERE dispute_no = $1 FOR UPDATE`, [
      disputeNo,
    ]);
    if (!row) throw new Problem('dispute-unknown', 'missing');
    return row;
  }

  async insert(manager: EntityManager, dispute: Dispute): Promise<void> {
    const names = Object.keys(COLUMN) as (keyof Dispute)[];
    await manager.query(
      `INSERT INTO dispute (${names.map((name) => COLUMN[name]).join(', ')})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      names.map((name) => dispute[name]),
    );
  }

  /** Answers the dispute as it then stands. */
  async change(manager: EntityManager, dispute: Dispute, change: Partial<Dispute>): Promise<Dispute> {
    const names = Object.keys(change) as (keyof Dispute)[];
    await manager.query(
      `UPDATE dispute SET ${names.map((name, index) => `${COLUMN[name]} = $${index + 2}`).join(', ')}
       WHERE dispute_no = $1`,
      [dispute.disputeNo, ...names.map((name) => change[name])],
    );
    return { ...dispute, ...change };
  }
}
