import type { ExposureAbout, ExposureState, MediaLevel, Medium } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A media exposure as it stands. */
@Entity('exposure')
export class Exposure {
  @PrimaryColumn({ name: 'exposure_no', type: 'text' }) exposureNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  /** Whose people read it while no store is known: the registering unit, then the store itself. */
  @Column({ name: 'unit_id', type: 'text' }) unitId: string;
  @Column({ name: 'store_id', type: 'text', nullable: true }) storeId: string | null;
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  @Column({ type: 'text' }) medium: Medium;
  @Column({ type: 'text' }) outlet: string;
  @Column({ name: 'media_level', type: 'text', nullable: true }) mediaLevel: MediaLevel | null;
  @Column({ name: 'published_on', type: 'date' }) publishedOn: Day;
  @Column({ name: 'by_customer', type: 'boolean', nullable: true }) byCustomer: boolean | null;
  @Column({ type: 'text', nullable: true }) about: ExposureAbout | null;
  @Column({ name: 'summary_enc', type: 'text', nullable: true }) summaryEnc: string | null;
  @Column({ type: 'text' }) state: ExposureState;
  @Column({ name: 'registered_at', type: 'timestamptz' }) registeredAt: Date;
  @Column({ name: 'registered_by', type: 'text' }) registeredBy: string;
  /** The case that intake has been told of. */
  @Column({ name: 'told_case_no', type: 'text', nullable: true }) toldCaseNo: string | null;
  @Column({ name: 'clarified_outlet', type: 'text', nullable: true }) clarifiedOutlet: string | null;
  @Column({ name: 'clarified_level', type: 'text', nullable: true }) clarifiedLevel: MediaLevel | null;
  @Column({ name: 'clarified_on', type: 'date', nullable: true }) clarifiedOn: Day | null;
  @Column({ type: 'text', nullable: true }) because: 'admitted' | 'not-clarified' | 'not-disproved' | null;
  /** Other open stores of the company on the day of publication, once it counts as true. */
  @Column({ type: 'text', array: true }) payees: string[];
}
