import type { Component, DefectType } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A defect of the period of delivery (R10.4). Days are `yyyy-MM-dd`. */
@Entity('defect')
export class Defect {
  @PrimaryColumn({ name: 'defect_no', type: 'text' }) defectNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  /** The complaint that was diverted; null where it was registered by hand. */
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  @Column({ name: 'project_id', type: 'text', nullable: true }) projectId: string | null;
  @Column({ type: 'text', nullable: true }) project: string | null;
  @Column({ type: 'text', nullable: true }) building: string | null;
  /** null where the case has it. */
  @Column({ name: 'description_enc', type: 'text', nullable: true }) descriptionEnc: string | null;
  @Column({ type: 'text', nullable: true }) component: Component | null;
  @Column({ name: 'defect_type', type: 'text', nullable: true }) defectType: DefectType | null;
  @Column({ name: 'repair_group', type: 'text', nullable: true }) repairGroup: string | null;
  @Column({ name: 'repair_unit', type: 'text', nullable: true }) repairUnit: string | null;
  @Column({ name: 'planned_on', type: 'date', nullable: true }) plannedOn: string | null;
  @Column({ name: 'registered_on', type: 'date' }) registeredOn: string;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt: Date;
  @Column({ name: 'registered_by', type: 'text' }) registeredBy: string;
  @Column({ name: 'rectified_on', type: 'date', nullable: true }) rectifiedOn: string | null;
  @Column({ name: 'rectified_by', type: 'text', nullable: true }) rectifiedBy: string | null;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt: Date | null;
  /** Of its kind in the project within the window, when it was accepted. */
  @Column({ type: 'integer', nullable: true }) counted: number | null;
}
