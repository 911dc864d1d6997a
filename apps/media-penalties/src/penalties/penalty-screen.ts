import { Injectable } from '@nestjs/common';
import { PAYER_TYPE_NAMES, PENALTY_BASES, PENALTY_KIND_NAMES, REVOCATION_REASON_NAMES } from '@huiying/contracts';
import { answerText, factLines, FormRecords, moneyText, NO_RECORD } from '@huiying/forms';
import { Directory, Vault } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { refundOf, remainingOf } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { amountInWords } from './amount-in-words.js';
import { claimedPenaltyOf, payeesOf, penaltyNoOf } from './penalty.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';
import { PenaltyReasons } from './penalty-reasons.js';
import { revocationPlace } from './revocation.service.js';

const CONFIRM_PAYMENT = 'penalty-collection--confirm-payment';
const COLLECT_BY_REGION = 'penalty-collection--collect-by-region';

/**
 * What the tasks of a collection show: who pays how much by which rule and because of what, what came in and what is left, to whom a
 * media fine is passed on, why it was revoked.
 */
@Injectable()
export class PenaltyScreen {
  constructor(
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly reasons: PenaltyReasons,
    private readonly records: FormRecords,
    private readonly directory: Directory,
    private readonly vault: Vault,
  ) {}

  /** @throws Problem penalty-unknown (missing) */
  penalty(manager: EntityManager, subjectNo: string): Promise<Penalty> {
    return this.book.read(manager, penaltyNoOf(subjectNo));
  }

  /** 处罚通知, one line a fact. */
  async notice(manager: EntityManager, penalty: Penalty): Promise<string> {
    const { penaltyNo, kind, ruleId, amountFen, caseNo, noticeOn, payBy, chases } = penalty;
    const revokedNo = claimedPenaltyOf(penalty);
    const basis = PENALTY_BASES[ruleId]?.zh;
    return factLines(
      ['处罚编号', penaltyNo],
      ['缴款人', await this.payer(penalty)],
      ['处罚', PENALTY_KIND_NAMES[kind].zh],
      ['依据', revokedNo ? `处罚 ${revokedNo} 已撤销，收到的转付款须退回（${ruleId}）` : `${basis ?? ''}（${ruleId}）`],
      ['金额', `${moneyText(amountFen)}（${amountInWords(amountFen)}）`],
      ['案号', caseNo],
      ['事由', await this.reasons.of(manager, penalty)],
      ['通知日期', noticeOn],
      ['缴款期限', payBy],
      ['已催缴', chases > 0 ? `${chases} 次` : null],
    );
  }

  /** 缴款情况: what came in when by which receipt, and what is left. */
  async payments(manager: EntityManager, penalty: Penalty): Promise<string> {
    const entries = await this.ledger.entries(manager, penalty.penaltyNo);
    const state = await this.ledger.state(manager, penalty);
    const paid = entries
      .filter(({ kind }) => kind === 'pay')
      .map(({ on, lines, receiptNo }) => {
        const amount = moneyText(lines.find(({ account }) => account === state.payer)?.amountFen ?? 0);
        return `${on} 缴 ${amount}${receiptNo ? `，凭证号 ${receiptNo}` : ''}`;
      });
    const sums = penalty.revokedAt
      ? factLines(
          ['已缴', moneyText(state.paidFen)],
          ['已退', moneyText(state.refundedFen)],
          ['应退', moneyText(refundOf(state))],
        )
      : factLines(['已缴', moneyText(state.paidFen)], ['未缴余额', moneyText(remainingOf(state))]);
    return [...paid, sums].join('\n');
  }

  /** Photos of the receipts of the payments so far. */
  async receipts(manager: EntityManager, { penaltyNo }: Penalty): Promise<unknown[]> {
    const records = await this.records.all(manager, { subjectNo: penaltyNo }, CONFIRM_PAYMENT);
    return records.flatMap(({ answers: { receipts } }) => (Array.isArray(receipts) ? (receipts as unknown[]) : []));
  }

  /** What the region said after earlier chases. */
  async regionOpinions(manager: EntityManager, { penaltyNo }: Penalty): Promise<string> {
    const records = await this.records.all(manager, { subjectNo: penaltyNo }, COLLECT_BY_REGION);
    const said = records.map(({ completedAt, answers }) => `${dayOf(completedAt)}：${answerText(answers['opinion'])}`);
    return said.join('\n');
  }

  /** 分店清单 with the share of each. */
  async payees(manager: EntityManager, penalty: Penalty): Promise<string> {
    const { payees } = await this.ledger.state(manager, penalty);
    const share = new Map(payees.map(({ account, amountFen }) => [account.slice('store:'.length), amountFen]));
    const lines = payeesOf(penalty).map(async (id) => `${await this.unitName(id)}：${moneyText(share.get(id) ?? 0)}`);
    return (await Promise.all(lines)).join('\n');
  }

  /** 撤销原因 */
  async revocation(manager: EntityManager, penalty: Penalty): Promise<string> {
    const { revokedAt, revokedBy, revokedBecause, revocationEnc } = penalty;
    if (!revokedAt || !revokedBy || !revokedBecause) return NO_RECORD;
    return factLines(
      ['撤销原因', REVOCATION_REASON_NAMES[revokedBecause].zh],
      ['撤销理由', revocationEnc ? await this.vault.open(manager, revocationPlace(penalty), revocationEnc) : null],
      ['撤销人', await this.personName(revokedBy)],
    );
  }

  private async payer({ storeId, payerType, payerId }: Penalty): Promise<string> {
    const store = await this.unitName(storeId);
    const named = payerType === 'store' ? store : `${store} ${await this.personName(payerId)}`;
    return `${named}（${PAYER_TYPE_NAMES[payerType].zh}）`;
  }

  private async unitName(unitId: string): Promise<string> {
    return (await this.directory.unit(unitId))?.name ?? unitId;
  }

  private async personName(personId: string): Promise<string> {
    return (await this.directory.person(personId))?.name ?? personId;
  }
}
