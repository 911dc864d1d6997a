import { Injectable } from '@nestjs/common';
import type { InternalDispute } from '@huiying/contracts';
import { answerText, factLines, FormRecords, NO_RECORD } from '@huiying/forms';
import { Vault } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { descriptionPlace } from './dispute.js';
import type { Dispute } from './dispute.entity.js';

const SELF_SETTLE = 'inter-store-dispute--self-settle';
const FILE_MATERIAL = 'inter-store-dispute--file-material';
const LATE_FILING = 'inter-store-dispute--late-filing';
const SERVE_NOTICE = 'inter-store-dispute--serve-notice';
const REPLY = 'inter-store-dispute--reply';
const RULE_DISPUTE = 'inter-store-dispute--rule-dispute';

/** What people see of a dispute: who, what about, what each side filed and said, what was ruled. */
@Injectable()
export class DisputeScreen {
  constructor(
    private readonly records: FormRecords,
    private readonly stores: StoreFinder,
    private readonly vault: Vault,
    private readonly database: DataSource,
  ) {}

  /** 分店投诉 */
  async dispute(dispute: Dispute): Promise<string> {
    return factLines(
      ['争议编号', dispute.disputeNo],
      ['投诉方', await this.stores.nameOf(dispute.complainingStoreId)],
      ['被投诉方', await this.stores.nameOf(dispute.respondentStoreId)],
      ['登记日期', dayOf(dispute.openedAt)],
      ['送达日期', dispute.servedOn ?? ''],
      ['签收日期', dispute.receivedOn ?? ''],
      ['本步期限', dispute.dueOn ?? ''],
      ['来源投诉', dispute.caseNo ?? ''],
      ['内容', (await this.description(dispute)) ?? ''],
    );
  }

  async description({ disputeNo, descriptionEnc }: Dispute): Promise<string | null> {
    if (!descriptionEnc) return null;
    return this.vault.open(this.database.manager, descriptionPlace(disputeNo), descriptionEnc);
  }

  /** 协商经过 */
  async negotiation({ disputeNo }: Dispute): Promise<string> {
    return said(await this.answers(disputeNo, SELF_SETTLE), 'negotiation') || NO_RECORD;
  }

  /** 投诉方材料 as it was filed, in time or late; null before. */
  async filed({ disputeNo }: Dispute): Promise<string | null> {
    const inTime = await this.answers(disputeNo, FILE_MATERIAL);
    if (inTime) return factLines(['事实与请求', said(inTime, 'facts')], ['证据', said(inTime, 'evidence')]);
    return said(await this.answers(disputeNo, LATE_FILING), 'lateMaterial') || null;
  }

  /** 证据附件 of the complaining store. */
  async files({ disputeNo }: Dispute): Promise<unknown[]> {
    const answers = (await this.answers(disputeNo, FILE_MATERIAL)) ?? (await this.answers(disputeNo, LATE_FILING));
    const files = answers?.['files'];
    return Array.isArray(files) ? (files as unknown[]) : [];
  }

  /** What each side attached. */
  async attached(dispute: Dispute): Promise<{ materialFiles: unknown[]; replyFiles: string[] }> {
    const replyFiles = linesOf(await this.answers(dispute.disputeNo, REPLY));
    return { materialFiles: await this.files(dispute), replyFiles };
  }

  /** 相关材料 as it was served; null before. */
  async served({ disputeNo }: Dispute): Promise<string | null> {
    return said(await this.answers(disputeNo, SERVE_NOTICE), 'material') || null;
  }

  /** 被投诉方答复; null where there is none. */
  async reply({ disputeNo }: Dispute): Promise<string | null> {
    const answers = await this.answers(disputeNo, REPLY);
    return answers ? factLines(['答复', said(answers, 'reply')], ['解释说明', said(answers, 'explanation')]) : null;
  }

  /** 裁定 or, before 报总部 came back, what the region thinks; null where nobody wrote one. */
  async ruling({ disputeNo }: Dispute): Promise<string | null> {
    const answers = await this.answers(disputeNo, RULE_DISPUTE);
    return answers ? factLines(['认定', said(answers, 'findings')], ['处理意见', said(answers, 'ruling')]) : null;
  }

  /** What each side claims and shows, in parts, for the mediator (R06.7). */
  async mediated(dispute: Dispute): Promise<InternalDispute> {
    const { disputeNo, complainingStoreId, respondentStoreId } = dispute;
    const filed = await this.answers(disputeNo, FILE_MATERIAL);
    const late = filed ? undefined : await this.answers(disputeNo, LATE_FILING);
    const reply = await this.answers(disputeNo, REPLY);
    return {
      disputeNo,
      complainingStore: await this.stores.nameOf(complainingStoreId),
      respondentStore: await this.stores.nameOf(respondentStoreId),
      description: (await this.description(dispute)) ?? '',
      negotiation: said(await this.answers(disputeNo, SELF_SETTLE), 'negotiation'),
      claim: said(filed, 'facts') || said(late, 'lateMaterial'),
      evidence: said(filed, 'evidence'),
      files: linesOf(filed ?? late),
      reply: said(reply, 'reply'),
      explanation: said(reply, 'explanation'),
      replyFiles: linesOf(reply),
    };
  }

  private async answers(disputeNo: string, formId: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await this.records.latest(this.database.manager, disputeNo, formId))?.answers;
  }
}

function said(answers: Readonly<Record<string, unknown>> | undefined, key: string): string {
  return answerText(answers?.[key]);
}

/** 附件: each says what it is and where it lies. */
function linesOf(answers: Readonly<Record<string, unknown>> | undefined): string[] {
  const files = answers?.['files'];
  return Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [];
}
