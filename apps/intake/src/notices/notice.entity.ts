import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseNotice } from '@huiying/contracts';
import type { TemplateId } from './templates/index.js';

export type NoticeChannel = 'email' | 'sms' | 'portal' | 'phone' | 'letter' | 'visit' | 'file';

/** A letter of a case: to the complainant, or to staff (`toStaff`). The text lies sealed; events carry the id alone. */
@Entity('notice')
export class Notice {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Order of writing; two letters may be of the same moment. */
  @Column({ type: 'bigint', insert: false, update: false }) seq: string;
  @Column({ name: 'case_no', type: 'text' }) caseNo: string;
  @Column({ type: 'text' }) template: TemplateId;
  @Column({ type: 'text' }) channel: NoticeChannel;
  @Column({ type: 'text' }) state: CaseNotice['state'];
  @Column({ type: 'text' }) title: string;
  @Column({ name: 'body_enc', type: 'text' }) bodyEnc: string;
  @Column({ name: 'in_portal', type: 'boolean' }) inPortal: boolean;
  @Column({ name: 'to_staff', type: 'text', array: true, default: [] }) toStaff: string[];
  /** Which of several things of its kind it tells: the number of an extension. */
  @Column({ type: 'text', nullable: true }) about: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt: Date | null;
}

/** A letter as it was just written. */
export type WrittenNotice = Omit<Notice, 'seq'>;
