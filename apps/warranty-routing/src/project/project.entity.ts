import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A project by name; unit ids name the organisations that share it (architecture §5: where a role is looked for). */
@Entity('project')
export class ProjectEntity {
  @PrimaryColumn({ type: 'text' }) name: string;
  @Column({ name: 'project_id', type: 'text', unique: true }) projectId: string;
  @Column({ type: 'boolean' }) dissolved: boolean;
  @Column({ type: 'text', nullable: true }) ownership: string | null;
  @Column({ name: 'agreement_party', type: 'text', nullable: true }) agreementParty: string | null;
  @Column({ type: 'text', nullable: true }) developer: string | null;
  @Column({ name: 'property_company', type: 'text', nullable: true }) propertyCompany: string | null;
  @Column({ name: 'construction_company', type: 'text', nullable: true }) constructionCompany: string | null;
  @Column({ name: 'project_type', type: 'text' }) projectType: string;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt: Date;
  @Column({ name: 'changed_by', type: 'text' }) changedBy: string;
}
