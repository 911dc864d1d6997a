import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case as this service handles it, now. */
@Entity('handling')
export class Handling {
  @PrimaryColumn({ name: 'case_no', type: 'text' }) caseNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  /** 0 before the first dispatch; one more each time the case is handled again. */
  @Column({ type: 'integer' }) round: number;
  @Column({ name: 'handling_process', type: 'text', nullable: true }) handlingProcess: string | null;
  @Column({ name: 'handler_group', type: 'text', nullable: true }) handlerGroup: string | null;
  @Column({ type: 'text', nullable: true }) overseer: string | null;
  @Column({ type: 'text', array: true }) departments: string[];
  @Column({ type: 'text', nullable: true }) justified: string | null;
  @Column({ type: 'boolean', nullable: true }) conclusive: boolean | null;
  @Column({ name: 'cause_code', type: 'text', nullable: true }) causeCode: string | null;
  /** Parties that were not heard: complainant, respondent (R04.7). */
  @Column({ type: 'text', array: true }) silent: string[];
  /** Person who decided last: excluded from the review. */
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy: string | null;
  @Column({ name: 'corrective_action_no', type: 'text', nullable: true }) correctiveActionNo: string | null;
}
