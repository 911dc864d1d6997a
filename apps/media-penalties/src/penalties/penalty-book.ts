import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Penalty } from './penalty.js';

const COLUMNS = `penalty_no AS "penaltyNo", org_id AS "orgId", store_id AS "storeId", case_no AS "caseNo", payer_type AS "payerType",
  payer_id AS "payerId", amount_fen::float8 AS "amountFen", kind, rule_id AS "ruleId", source, parties, state,
  imposed_at AS "imposedAt", imposed_by AS "imposedBy", notice_on::text AS "noticeOn", pay_by::text AS "payBy", chases,
  paid_on::text AS "paidOn", passed_on::text AS "passedOn", refunded_on::text AS "refundedOn", revoked_at AS "revokedAt",
  revoked_by AS "revokedBy", revoked_because AS "revokedBecause", revocation_enc AS "revocationEnc"`;

/** What may change of a penalty after it was imposed, with its column. */
const CHANGEABLE = {
  state: 'state',
  noticeOn: 'notice_on',
  payBy: 'pay_by',
  chases: 'chases',
  paidOn: 'paid_on',
  passedOn: 'passed_on',
  refundedOn: 'refunded_on',
  revokedAt: 'revoked_at',
  revokedBy: 'revoked_by',
  revokedBecause: 'revoked_because',
  revocationEnc: 'revocation_enc',
} as const;
type Change = Partial<Pick<Penalty, keyof typeof CHANGEABLE>>;

/** Rows of penalties. */
@Injectable()
export class PenaltyBook {
  async find(manager: EntityManager, penaltyNo: string): Promise<Penalty | undefined> {
    const [row] = await manager.query<Penalty[]>(`SELECT ${COLUMNS} FROM penalty WHERE penalty_no = $1`, [penaltyNo]);
    return row;
  }

  /** Locked until the transaction ends. @throws Problem penalty-unknown (missing) */
  async lock(manager: EntityManager, penaltyNo: string): Promise<Penalty> {
    const [row] = await manager.query<Penalty[]>(`SELECT ${COLUMNS} FROM penalty WHERE penalty_no = $1 FOR UPDATE`, [
      penaltyNo,
    ]);
    if (!row) throw new Problem('penalty-unknown', 'missing');
    return row;
  }

  /** Serialises imposing for one source, so that a repeat finds what stands. */
  async lockSource(manager: EntityManager, source: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('penalty:' || $1, 0))`, [source]);
  }

  async ofSource(manager: EntityManager, source: string): Promise<Penalty[]> {
    return manager.query<Penalty[]>(`SELECT ${COLUMNS} FROM penalty WHERE source = $1 ORDER BY penalty_no`, [source]);
  }

  async ofCase(manager: EntityManager, caseNo: string): Promise<Penalty[]> {
    return manager.query<Penalty[]>(`SELECT ${COLUMNS} FROM penalty WHERE case_no = $1 ORDER BY penalty_no`, [caseNo]);
  }

  async insert(manager: EntityManager, penalty: Penalty): Promise<void> {
    const { penaltyNo, orgId, storeId, caseNo, payerType, payerId, amountFen, kind, ruleId } = penalty;
    const { source, parties, state, imposedAt, imposedBy } = penalty;
    await manager.query(
      `INSERT INTO penalty (penalty_no, org_id, store_id, case_no, payer_type, payer_id, amount_fen, kind, rule_id, source, parties,
         state, imposed_at, imposed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[penaltyNo, orgId, storeId, caseNo, payerType, payerId, amountFen, kind, ruleId],
        ...[source, parties, state, imposedAt, imposedBy],
      ],
    );
  }

  /** Answers the penalty as it then stands. */
  async change(manager: EntityManager, penalty: Penalty, change: Change): Promise<Penalty> {
    const names = Object.keys(change) as (keyof typeof CHANGEABLE)[];
    const sets = names.map((name, index) => `${CHANGEABLE[name]} = $${index + 2}`);
    await manager.query(`UPDATE penalty SET ${sets.join(', ')} WHERE penalty_no = $1`, [
      penalty.penaltyNo,
      ...names.map((name) => change[name]),
    ]);
    return { ...penalty, ...change };
  }
}
