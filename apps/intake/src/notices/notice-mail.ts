import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
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

  /** @returns false when it did not go out; it is tried again later */
  async send({ id, to, subject, title, text }: Mail): Promise<boolean> {
    try {
      await this.transport?.sendMail({
        from: this.config.smtpFrom,
        to: [...to],
        subject: headerText(subject),
        text,
        html: noticeHtml(title, text),
        messageId: `<${id}@huiying>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return true;
    } catch (error) {
      this.log.warn('notice.mail-failed', { noticeId: id }, error);
      return false;
    }
  }
}
