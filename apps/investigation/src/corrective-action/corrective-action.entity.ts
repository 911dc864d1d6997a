import type { CauseCode, CorrectiveOrigin } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 纠正和预防措施 (R13.7): one for each origin and cause. */
@Entity('corrective_action')
export class CorrectiveAction {
  @PrimaryColumn({ name: 'action_no', type: 'text' }) actionNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ type: 'text' }) origin: CorrectiveOrigin;
  /** Case, survey, supervision or report. */
  @Column({ name: 'origin_no', type: 'text' }) originNo: string;
  /** The recurring cause (R02.2); null: found by the analysis. */
  @Column({ name: 'cause_code', type: 'text', nullable: true }) causeCode: CauseCode | null;
  @Column({ name: 'responsible_group', type: 'text' }) responsibleGroup: string;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt: Date;
  /** How often the cause was looked for. */
  @Column({ type: 'integer' }) rounds: number;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt: Date | null;
  /** Whether it changes the rules (R13.7); null until it is closed. */
  @Column({ name: 'rule_change', type: 'boolean', nullable: true }) ruleChange: boolean | null;
}
