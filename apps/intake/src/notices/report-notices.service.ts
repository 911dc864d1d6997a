import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReportNoticeInput } from '@huiying/contracts';
import { type Delivery, Outbox } from '@huiying/events';
import { Clock, Config, Directory } from '@huiying/platform';
import { NoticeMail } from './notice-mail.js';
import { renderNotice } from './render.js';
import { NOTICE_TEXTS } from './templates/index.js';

interface ReportNotice {
  id: string;
  report_no: string;
  title: string;
  recipients: ReportNoticeInput['recipients'];
}

const TEXT = NOTICE_TEXTS['report-delivered'];

/** 报告送达通知: that a report is there and where, to whoever holds the posts it went to; what it says stays behind the sign-in. */
@Injectable()
export class ReportNotices {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly config: Config,
    private readonly mail: NoticeMail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A report is announced once, however often its delivery is tried. */
  async announce({ reportNo, title, recipients }: ReportNoticeInput): Promise<void> {
    await this.database.transaction(async (manager) => {
      const noticeId = randomUUID();
      const [written] = await manager.query<{ id: string }[]>(
        `INSERT INTO report_notice (id, report_no, title, recipients, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (report_no) DO NOTHING RETURNING id`,
        [noticeId, reportNo, title, JSON.stringify(recipients), this.clock.now()],
      );
      if (written) await this.outbox.notice(manager, { noticeId });
    });
  }

  /** Whoever holds the posts when the letter leaves. Without SMTP the report waits for them in the console. */
  async deliver(noticeId: string): Promise<Delivery> {
    const [notice] = await this.database.query<ReportNotice[]>(
      `SELECT id, report_no, title, recipients FROM report_notice WHERE id = $1 AND sent_at IS NULL`,
      [noticeId],
    );
    if (!notice) return 'sent';
    const to = this.mail.configured ? await this.addresses(notice) : [];
    const text = renderNotice(TEXT, { title: notice.title, link: this.linkTo(notice.report_no) });
    const letter = { id: noticeId, to, subject: `${TEXT.title} ${notice.title}`, title: TEXT.title, text };
    const delivery = to.length > 0 ? await this.mail.send(letter) : 'sent';
    if (delivery !== 'sent') return delivery;
    await this.database.query(`UPDATE report_notice SET sent_at = $2 WHERE id = $1`, [noticeId, this.clock.now()]);
    return 'sent';
  }

  private async addresses({ recipients }: ReportNotice): Promise<string[]> {
    const found = await Promise.all(recipients.map(({ role, unitId }) => this.directory.holders(role, unitId)));
    const emails = found.flat().map(({ email }) => email);
    return [...new Set(emails.filter((email): email is string => email !== null))];
  }

  private linkTo(reportNo: string): string {
    return `${this.config.publicUrl}/insights/reports/${encodeURIComponent(reportNo)}`;
  }
}
