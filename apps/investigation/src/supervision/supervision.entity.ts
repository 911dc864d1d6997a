import type { Misconduct, RespondentType, SupervisionOrigin } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of the supervision office. Sealed: nothing of it stands on the linked case (access.md §3). */
@Entity('supervision')
export class Supervision {
  @PrimaryColumn({ name: 'supervision_no', type: 'text' }) supervisionNo: string;
  /** Subject of the process: the number, of an audit the key of its schedule. */
  @Column({ name: 'subject_no', type: 'text' }) subjectNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ type: 'text' }) origin: SupervisionOrigin;
  /** Case, missed limit or schedule that led to it: one file for each. */
  @Column({ name: 'origin_no', type: 'text' }) originNo: string;
  /** The linked case; null: none. */
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  /** The limit whose delay was unjustified. */
  @Column({ name: 'limit_id', type: 'text', nullable: true }) limitId: string | null;
  /** Who referred it by hand, and why. */
  @Column({ name: 'referred_by', type: 'text', nullable: true }) referredBy: string | null;
  @Column({ name: 'reason_enc', type: 'text', nullable: true }) reasonEnc: string | null;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt: Date;
  @Column({ name: 'taken_up', type: 'boolean', nullable: true }) takenUp: boolean | null;
  @Column({ type: 'text', nullable: true }) misconduct: Misconduct | null;
  @Column({ name: 'respondent_type', type: 'text', nullable: true }) respondentType: RespondentType | null;
  @Column({ name: 'respondent_group', type: 'text', nullable: true }) respondentGroup: string | null;
  @Column({ name: 'store_id', type: 'text', nullable: true }) storeId: string | null;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId: string | null;
  @Column({ name: 'concluded_at', type: 'timestamptz', nullable: true }) concludedAt: Date | null;
  @Column({ type: 'boolean', nullable: true }) found: boolean | null;
  @Column({ name: 'violation_code', type: 'text', nullable: true }) violationCode: string | null;
  @Column({ type: 'boolean', nullable: true }) systemic: boolean | null;
}
