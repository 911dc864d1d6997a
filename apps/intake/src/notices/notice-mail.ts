import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Delivery } from '@huiying/events';
import { Config, Logger } from '@huiying/platform';
import { headerText, noticeHtml } from './render.js';

/** A letter as it leaves the house. */
export interface Mail {
  /** Of the notice: a repeat after a crash carries the same Message-ID. */
  id: string;
  to: readonly string[];
  subject: string;
  /** Heading of the letter. */
  title: string;
  text: string;
}

/** The way out by SMTP, where it is configured. */
@Injectable()
export class NoticeMail {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Logger,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : undefined;
  }

  get configured(): boolean {
    return this.transport !== undefined;
  }

  /**
   * `refused` where the mail server will never take it (RFC 5321: 5yz to the envelope or the text), so that an operator sees it set
   * aside; whatever else keeps it from going out passes.
   */
  async send({ id, to, subject, title, text }: Mail): Promise<Delivery> {
    try {
      const answer = await this.transport?.sendMail({
        from: this.config.smtpFrom,
        to: [...to],
        subject: headerText(subject),
        text,
        html: noticeHtml(title, text),
        messageId: `<${id}@huiying>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const refused = answer?.rejected?.length ?? 0;
      if (refused > 0) this.log.warn('notice.recipients-refused', { noticeId: id, count: refused });
      return 'sent';
    } catch (error) {
      this.log.warn('notice.mail-failed', { noticeId: id }, error);
      return isFinal(error) ? { refused: 'mail-refused' } : { retry: 'mail-unavailable' };
    }
  }
}

/** The error of nodemailer: at which step, and what the server answered. A refused sign-in (EAUTH) is ours to mend, not the letter's. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && typeof responseCode === 'number' && responseCode >= 500;
}
