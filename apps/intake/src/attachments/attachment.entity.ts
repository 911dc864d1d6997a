import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a case, or one that waits for its case (`caseNo` null, until `expiresAt`). */
@Entity('attachment')
export class Attachment {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'case_no', type: 'text', nullable: true }) caseNo: string | null;
  /** complainant or desk. */
  @Column({ type: 'text' }) origin: 'complainant' | 'desk';
  @Column({ name: 'message_id', type: 'uuid', nullable: true }) messageId: string | null;
  @Column({ name: 'content_type', type: 'text' }) contentType: string;
  @Column({ type: 'int' }) bytes: number;
  @Column({ type: 'text' }) sha256: string;
  /** Number within the case: 附件-3.jpg. */
  @Column({ type: 'int', nullable: true }) serial: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt: Date | null;
}
