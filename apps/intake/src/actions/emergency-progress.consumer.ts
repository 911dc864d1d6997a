import { Injectable } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { PostTable } from '@huiying/service';
import { CaseBook } from '../case/case-book.js';
import { NoticeFile } from '../notices/notice-file.js';

const GROUP = { group: 'intake.emergency-progress' };

/** What emergency-response tells of a case: marked while a response runs, reported to whom the posts name (R08.2, R08.8). */
@Injectable()
export class EmergencyProgressConsumer {
  constructor(
    private readonly book: CaseBook,
    private readonly notices: NoticeFile,
    private readonly posts: PostTable,
  ) {}

  @OnEvent('emergency.activated', GROUP)
  async activated(event: CloudEvent<'emergency.activated'>, { manager }: EventContext): Promise<void> {
    const { caseNo, because } = event.data;
    if (!caseNo) return;
    const row = await this.book.lock(manager, caseNo);
    await this.book.change(manager, row, { emergency: true, emergencyBecause: because });
    const { emergencyLead, emergencyOffice } = this.posts.of(row.orgType);
    await this.notices.tellStaff(manager, row, 'emergency', [...new Set([...emergencyLead, ...emergencyOffice])]);
  }

  /** It is over, or was none: whoever sees danger again may start another one by hand (R08.7). */
  @OnEvent('emergency.closed', GROUP)
  async closed(event: CloudEvent<'emergency.closed'>, { manager }: EventContext): Promise<void> {
    if (!event.data.caseNo) return;
    const row = await this.book.lock(manager, event.data.caseNo);
    await this.book.change(manager, row, { emergency: false });
  }
}
