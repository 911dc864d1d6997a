import type { MeasureType } from '@huiying/contracts';
import { bigintAsNumber } from '@huiying/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureState } from './measure.js';

/** A measure as it lies in the database: what it says is sealed, and it knows the task that proposed it. */
@Entity('measure')
export class MeasureRow {
  @PrimaryColumn({ name: 'measure_no', type: 'text' }) measureNo: string;
  @Column({ name: 'subject_no', type: 'text' }) subjectNo: string;
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  @Column({ name: 'org_id', type: 'text', nullable: true }) orgId: string | null;
  @Column({ name: 'source_task_id', type: 'text', nullable: true }) taskId: string | null;
  /** Of its line in the task's form, from 0. */
  @Column({ type: 'integer' }) place: number;
  @Column({ type: 'text' }) type: MeasureType;
  @Column({ name: 'assigned_group', type: 'text' }) group: string;
  @Column({ name: 'planned_on', type: 'date' }) plannedOn: string;
  @Column({ name: 'amount_fen', type: 'bigint', nullable: true, transformer: bigintAsNumber }) amountFen: number | null;
  @Column({ name: 'description_enc', type: 'text' }) descriptionEnc: string;
  @Column({ type: 'text' }) state: MeasureState;
  @Column({ name: 'done_on', type: 'date', nullable: true }) doneOn: string | null;
  @Column({ name: 'done_by', type: 'text', nullable: true }) doneBy: string | null;
  @Column({ name: 'paid_fen', type: 'bigint', nullable: true, transformer: bigintAsNumber }) paidFen: number | null;
  @Column({ name: 'closed_on', type: 'date', nullable: true }) closedOn: string | null;
}
