import { Injectable } from '@nestjs/common';
import { PAYER_TYPE_NAMES, PENALTY_KIND_NAMES } from '@huiying/contracts';
import { Directory, Problem } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { LedgerBook } from '../ledger/ledger-book.js';
import { amountInWords } from './amount-in-words.js';
import { payeesOf, type Penalty, penaltyNoOf } from './penalty.js';
import { PenaltyBook } from './penalty-book.js';

/** What the tasks of a collection show of the penalty: the notice in words, and whom a media fine is passed on to. */
@Injectable()
export class PenaltyScreen {
  constructor(
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly directory: Directory,
  ) {}

  /** @throws Problem penalty-unknown (missing) */
  async penalty(manager: EntityManager, subjectNo: string): Promise<Penalty> {
    const penalty = await this.book.find(manager, penaltyNoOf(subjectNo));
    if (!penalty) throw new Problem('penalty-unknown', 'missing');
    return penalty;
  }

  /** 处罚通知, one line a fact. */
  async notice(penalty: Penalty): Promise<string> {
    const { penaltyNo, payerType, amountFen, kind, ruleId, caseNo, source, noticeOn, payBy, chases } = penalty;
    const store = await this.unitName(penalty.storeId);
    const payer = payerType === 'store' ? store : `${store} ${await this.personName(penalty.payerId)}`;
    return [
      `处罚编号：${penaltyNo}`,
      `缴款人：${payer}（${PAYER_TYPE_NAMES[payerType].zh}）`,
      `处罚：${PENALTY_KIND_NAMES[kind].zh}，依据 ${ruleId}`,
      `金额：${yuan(amountFen)}（${amountInWords(amountFen)}）`,
      `事由：${caseNo ?? source.split(':')[1] ?? source}`,
      ...(noticeOn ? [`通知日期：${noticeOn}`] : []),
      ...(payBy ? [`缴款期限：${payBy}`] : []),
      ...(chases > 0 ? [`已催缴：${chases} 次`] : []),
    ].join('\n');
  }

  /** 分店清单 with the share of each. */
  async payees(manager: EntityManager, penalty: Penalty): Promise<string> {
    const shares = (await this.ledger.state(manager, penalty.penaltyNo, penalty.orgId))?.payees ?? [];
    const share = new Map(shares.map(({ account, amountFen }) => [account.slice('store:'.length), amountFen]));
    const lines = payeesOf(penalty).map(async (id) => `${await this.unitName(id)}：${yuan(share.get(id) ?? 0)}`);
    return (await Promise.all(lines)).join('\n');
  }

  async unitName(unitId: string): Promise<string> {
    return (await this.directory.unit(unitId))?.name ?? unitId;
  }

  private async personName(personId: string): Promise<string> {
    return (await this.directory.person(personId))?.name ?? personId;
  }
}

function yuan(fen: number): string {
  return `${(fen / 100).toFixed(2)} 元`;
}
