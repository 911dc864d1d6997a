import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Delivery, OutboxRow, RelaySink } from '@huiying/events';
import { Clock, Directory, type Person } from '@huiying/platform';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { NoticeFile } from './notice-file.js';
import type { Notice } from './notice.entity.js';
import { NoticeMail } from './notice-mail.js';
import { ReportNotices } from './report-notices.service.js';

/**
 * Delivers letters: by mail where SMTP is configured, else they lie in the portal and in the console's outbox. A letter is sent once:
 * its state says so, and a repeat after a crash carries the same Message-ID.
 */
@Injectable()
export class NoticeSink implements RelaySink<'notice'> {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly notices: NoticeFile,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
    private readonly mail: NoticeMail,
    private readonly reports: ReportNotices,
  ) {}

  async deliver(rows: readonly OutboxRow<'notice'>[]): Promise<readonly Delivery[]> {
    const deliveries: Delivery[] = [];
    for (const { payload } of rows) deliveries.push(await this.deliverOne(payload.noticeId));
    return deliveries;
  }

  private async deliverOne(noticeId: string): Promise<Delivery> {
    const { manager } = this.database;
    const notice = await this.notices.find(manager, noticeId);
    if (!notice) return this.reports.deliver(noticeId);
    if (notice.state !== 'pending') return 'sent'; // withdrawn with its case, or sent before a crash
    const addresses = notice.channel === 'email' && this.mail.configured ? await this.addresses(notice) : [];
    const delivery = addresses.length > 0 ? await this.send(notice, addresses) : 'sent';
    if (delivery !== 'sent') return delivery;
    await this.notices.settle(manager, noticeId, 'sent', this.clock.now());
    return 'sent';
  }

  private async send(notice: Notice, addresses: string[]): Promise<Delivery> {
    const text = await this.notices.open(this.database.manager, notice);
    const { id, title, caseNo } = notice;
    return this.mail.send({ id, to: addresses, subject: `${title} ${caseNo}`, title, text });
  }

  private async addresses(notice: Notice): Promise<string[]> {
    const row = await this.book.find(notice.caseNo);
    if (!row) return [];
    if (notice.toStaff.length === 0) {
      const email = await this.personal.open(this.database.manager, row, 'contactEmail');
      return email ? [email] : [];
    }
    const found = await Promise.all(notice.toStaff.map((role) => this.holders(notice, role, row.orgId)));
    const emails = found.flatMap((holders) => holders.map(({ email }) => email));
    return [...new Set(emails.filter((email): email is string => email !== null))];
  }

  /** Who has the role for the case; of an emergency every member of the leading group, whose members sit in their departments (R08.2). */
  private async holders(notice: Notice, role: string, orgId: string): Promise<Person[]> {
    const members = notice.template === 'emergency' ? await this.directory.holdersIn(role, orgId) : [];
    return members.length > 0 ? members : (await this.directory.lookUpRole(role, { orgId })).holders;
  }
}
