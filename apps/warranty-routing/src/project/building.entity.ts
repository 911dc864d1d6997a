import type { AgreedWarranty } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A building of a project: central hand-over and completion acceptance of its batch (R10.4, R02.9). Days are `yyyy-MM-dd`. */
@Entity('building')
export class BuildingEntity {
  @PrimaryColumn({ name: 'project_name', type: 'text' }) projectName: string;
  @PrimaryColumn({ type: 'text' }) building: string;
  @Column({ name: 'organisation_id', type: 'text', nullable: true }) organisationId: string | null;
  @Column({ type: 'text', nullable: true }) phase: 'construction' | 'occupied' | null;
  @Column({ name: 'handover_on', type: 'date', nullable: true }) handoverOn: string | null;
  @Column({ name: 'completion_accepted_on', type: 'date', nullable: true }) completionAcceptedOn: string | null;
  @Column({ name: 'design_life_years', type: 'integer', nullable: true }) designLifeYears: number | null;
  @Column({ name: 'agreed_warranties', type: 'jsonb' }) agreedWarranties: AgreedWarranty[];
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt: Date;
  @Column({ name: 'changed_by', type: 'text' }) changedBy: string;
}
