import type { Escalation, StoreRespondent } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A complaint about a store or a consultant, as this service knows it; what is judged of it is null until then. */
@Entity('agency_case')
export class AgencyCase {
  @PrimaryColumn({ name: 'case_no', type: 'text' }) caseNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ name: 'store_id', type: 'text', nullable: true }) storeId: string | null;
  @Column({ name: 'consultant_id', type: 'text', nullable: true }) consultantId: string | null;
  @Column({ type: 'text', nullable: true }) escalated: Escalation | null;
  @Column({ name: 'charged_at', type: 'timestamptz', nullable: true }) chargedAt: Date | null;
  @Column({ name: 'respondent_type', type: 'text', nullable: true }) respondentType: StoreRespondent | null;
  @Column({ name: 'store_fault', type: 'boolean', nullable: true }) storeFault: boolean | null;
  @Column({ name: 'consultant_fault', type: 'boolean', nullable: true }) consultantFault: boolean | null;
  @Column({ type: 'boolean', nullable: true }) malicious: boolean | null;
  @Column({ name: 'violation_code', type: 'text', nullable: true }) violationCode: string | null;
  @Column({ name: 'judged_by', type: 'text', nullable: true }) judgedBy: string | null;
  @Column({ name: 'judged_at', type: 'timestamptz', nullable: true }) judgedAt: Date | null;
}
