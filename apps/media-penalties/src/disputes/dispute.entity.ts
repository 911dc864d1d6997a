import type { DisputeRuling, DisputeState } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dispute between two stores of a brokerage (R11.12). A store is null while nobody knows which. */
@Entity('dispute')
export class Dispute {
  @PrimaryColumn({ name: 'dispute_no', type: 'text' }) disputeNo: string;
  /** The complaint that it came from. */
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  /** The company. */
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  /** Region that handles it: that of the complaining store, else of the known one, else of the office that finds out. */
  @Column({ name: 'region_id', type: 'text', nullable: true }) regionId: string | null;
  @Column({ name: 'complaining_store_id', type: 'text', nullable: true }) complainingStoreId: string | null;
  @Column({ name: 'respondent_store_id', type: 'text', nullable: true }) respondentStoreId: string | null;
  /** The stores that are known. */
  @Column({ type: 'text', array: true }) parties: string[];
  @Column({ name: 'description_enc', type: 'text', nullable: true }) descriptionEnc: string | null;
  @Column({ type: 'text' }) state: DisputeState;
  @Column({ name: 'opened_by', type: 'text' }) openedBy: string;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt: Date;
  /** Last day for what is due now. */
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: Day | null;
  @Column({ name: 'served_on', type: 'date', nullable: true }) servedOn: Day | null;
  @Column({ name: 'received_on', type: 'date', nullable: true }) receivedOn: Day | null;
  @Column({ name: 'ruled_by', type: 'text', nullable: true }) ruledBy: DisputeRuling | null;
  @Column({ name: 'poorly_handled_by', type: 'text', array: true, nullable: true }) poorlyHandledBy: string[] | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}
