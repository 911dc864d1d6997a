import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { PostTable } from '../registration/posts.js';
import { NoticeFile } from '../notices/notice-file.js';

export type EmergencyCause = 'decision' | 'by-hand' | 'danger';

/** Starts the emergency response of a case, once: mark, report to the leading group, start message (R08.5, R08.7, R08.8). */
@Injectable()
export class EmergencyStart {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly notices: NoticeFile,
    private readonly posts: PostTable,
  ) {}

  /** false where the response runs already. */
  async start(manager: EntityManager, row: ComplaintCase, because: EmergencyCause): Promise<boolean> {
    if (row.emergency) return false;
    await this.book.change(manager, row, { emergency: true, emergencyBecause: because });
    const { emergencyLead, emergencyOffice } = this.posts.of(row.orgType);
    await this.notices.tellStaff(manager, row, 'emergency', [...new Set([...emergencyLead, ...emergencyOffice])]);
    const figures = await this.book.severityFigures(row, manager);
    await this.messages.startLater(manager, 'emergency-response', row.caseNo, {
      ...this.messages.subjectOf(row),
      ...figures,
      severity: row.severity,
      because,
    });
    return true;
  }
}
