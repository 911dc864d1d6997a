import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '@huiying/events';
import { Clock, Vault } from '@huiying/platform';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { NoticeFieldsOf } from './notice-fields.js';
import { Notice, type NoticeChannel, type WrittenNotice } from './notice.entity.js';
import { type NoticeFields, renderNotice } from './render.js';
import { NOTICE_TEXTS, type TemplateId } from './templates/index.js';

/** The letters of a case: written once, sealed, and read from there whoever delivers them. */
@Injectable()
export class NoticeFile {
  constructor(
    private readonly vault: Vault,
    private readonly fields: NoticeFieldsOf,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Receipt of a registration: portal, and by e-mail where there is an address. */
  async acknowledge(manager: EntityManager, row: ComplaintCase): Promise<void> {
    await this.deliver(manager, row, 'acknowledgement', row.personal.contactEmailEnc ? 'email' : 'portal');
  }

  /** Writes a letter and hands it to its channel. `more`: fields that the case does not know. */
  async deliver(
    manager: EntityManager,
    row: ComplaintCase,
    template: TemplateId,
    channel: NoticeChannel,
    more: NoticeFields = {},
  ): Promise<WrittenNotice> {
    const notice = await this.write(manager, row, template, { channel, state: 'pending', inPortal: true }, more);
    await this.outbox.notice(manager, { noticeId: notice.id });
    return notice;
  }

  /** To the holders of roles; they read the case on its page. */
  async tellStaff(manager: EntityManager, row: ComplaintCase, template: TemplateId, groups: string[]): Promise<void> {
    if (groups.length === 0) return;
    const facts = { channel: 'email', state: 'pending', inPortal: false, toStaff: groups } as const;
    const notice = await this.write(manager, row, template, facts);
    await this.outbox.notice(manager, { noticeId: notice.id });
  }

  async write(
    manager: EntityManager,
    row: ComplaintCase,
    template: TemplateId,
    facts: Pick<Notice, 'channel' | 'state' | 'inPortal'> & { toStaff?: string[]; sentAt?: Date },
    more: NoticeFields = {},
  ): Promise<WrittenNotice> {
    const id = randomUUID();
    const body = await this.text(manager, row, template, more);
    const notice: WrittenNotice = {
      id,
      caseNo: row.caseNo,
      template,
      title: NOTICE_TEXTS[template].title,
      about: template === 'extension' ? (await this.fields.extensionToTell(manager, row.caseNo)).requestId : null,
      bodyEnc: await this.vault.seal(manager, placeOf(row.caseNo, id), body),
      createdAt: this.clock.now(),
      sentAt: facts.sentAt ?? null,
      toStaff: facts.toStaff ?? [],
      channel: facts.channel,
      state: facts.state,
      inPortal: facts.inPortal,
    };
    await manager.insert(Notice, notice);
    return notice;
  }

  /** What a letter says now, without writing it: for whoever has to tell it in person. */
  async text(
    manager: EntityManager,
    row: ComplaintCase,
    template: TemplateId,
    more: NoticeFields = {},
  ): Promise<string> {
    return renderNotice(NOTICE_TEXTS[template], { ...(await this.fields.collect(manager, row, template)), ...more });
  }

  find(manager: EntityManager, id: string): Promise<Notice | null> {
    return manager.findOneBy(Notice, { id });
  }

  async settle(manager: EntityManager, id: string, state: Notice['state'], at: Date): Promise<void> {
    await manager.update(Notice, { id }, { state, sentAt: at });
  }

  list(manager: EntityManager, caseNo: string): Promise<Notice[]> {
    return manager.find(Notice, { where: { caseNo }, order: { createdAt: 'ASC', seq: 'ASC' } });
  }

  open(manager: EntityManager, notice: WrittenNotice): Promise<string> {
    return this.vault.open(manager, placeOf(notice.caseNo, notice.id), notice.bodyEnc);
  }

  /** What was not sent yet is not sent any more: the case is closed. */
  async dropPending(manager: EntityManager, caseNo: string): Promise<void> {
    await manager.update(Notice, { caseNo, state: 'pending' }, { state: 'withdrawn' });
  }
}

const placeOf = (caseNo: string, id: string) => ({ subject: caseNo, table: 'notice', id, column: 'body' });
