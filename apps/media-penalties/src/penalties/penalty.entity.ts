import type { PayerType, PenaltyKind, PenaltyState, RevocationReason } from '@huiying/contracts';
import { bigintAsNumber } from '@huiying/persistence';
import type { Day } from '@huiying/working-time';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A penalty as it stands; what was paid is said by the ledger. */
@Entity('penalty')
export class Penalty {
  @PrimaryColumn({ name: 'penalty_no', type: 'text' }) penaltyNo: string;
  /** The company of the store: its finance department collects. */
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ name: 'store_id', type: 'text' }) storeId: string;
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  @Column({ name: 'payer_type', type: 'text' }) payerType: PayerType;
  /** Unit id of a store, person id of a consultant or manager. */
  @Column({ name: 'payer_id', type: 'text' }) payerId: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: bigintAsNumber }) amountFen: number;
  @Column({ type: 'text' }) kind: PenaltyKind;
  @Column({ name: 'rule_id', type: 'text' }) ruleId: string;
  /** `<what>:<number>` that it was imposed for. */
  @Column({ type: 'text' }) source: string;
  /** Units whose own side it is: the payer's store, then the payees. */
  @Column({ type: 'text', array: true }) parties: string[];
  @Column({ type: 'text' }) state: PenaltyState;
  @Column({ name: 'imposed_at', type: 'timestamptz' }) imposedAt: Date;
  /** Who decided what it follows from; null where nobody did. */
  @Column({ name: 'imposed_by', type: 'text', nullable: true }) imposedBy: string | null;
  @Column({ name: 'notice_on', type: 'date', nullable: true }) noticeOn: Day | null;
  @Column({ name: 'pay_by', type: 'date', nullable: true }) payBy: Day | null;
  @Column({ type: 'integer' }) chases: number;
  /** The day on which it was paid in full. */
  @Column({ name: 'paid_on', type: 'date', nullable: true }) paidOn: Day | null;
  @Column({ name: 'passed_on', type: 'date', nullable: true }) passedOn: Day | null;
  @Column({ name: 'refunded_on', type: 'date', nullable: true }) refundedOn: Day | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
  @Column({ name: 'revoked_by', type: 'text', nullable: true }) revokedBy: string | null;
  @Column({ name: 'revoked_because', type: 'text', nullable: true }) revokedBecause: RevocationReason | null;
  @Column({ name: 'revocation_enc', type: 'text', nullable: true }) revocationEnc: string | null;
}
