import type { EmergencyCause, EmergencyResult } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmergencyReason } from './response.js';

/** One response of a case; `n` counts those of the case, `round` how often its six measures were opened. */
@Entity('response')
export class Response {
  @PrimaryColumn({ name: 'case_no', type: 'text' }) caseNo: string;
  @PrimaryColumn({ type: 'integer' }) n: number;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ name: 'org_type', type: 'text' }) orgType: string;
  /** Of the project, as the register had it on the day of the start (R08.1); null: the case names no project. */
  @Column({ name: 'project_type', type: 'text', nullable: true }) projectType: string | null;
  @Column({ type: 'text' }) because: EmergencyCause;
  @Column({ type: 'text' }) reason: EmergencyReason;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt: Date;
  @Column({ type: 'integer' }) round: number;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt: Date | null;
  @Column({ type: 'text', nullable: true }) result: EmergencyResult | null;
  @Column({ type: 'boolean', nullable: true }) revise: boolean | null;
}
