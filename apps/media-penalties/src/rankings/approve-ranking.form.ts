import type { RankedStore } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject, RecordedForm, yuanText } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { rankingOf } from './ranking-subject.js';
import { daysWithin, type KeptTally, Tallies } from './tallies.js';

/** 审批排名 by the head of the region: the table as it was counted, case by case, with the fines that follow (R11.9). */
@FormOwner('annual-ranking--approve-ranking')
export class ApproveRankingForm extends RecordedForm {
  constructor(
    private readonly tallies: Tallies,
    private readonly stores: StoreFinder,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const { regionId, year } = rankingOf(subjectNo);
    const kept = await this.tallies.kept(manager, regionId, year);
    const lines: string[] = [];
    for (const store of kept.stores) lines.push(await this.line(store, kept, year));
    return {
      ranking: `${await this.stores.nameOf(regionId)}，${year} 年度`,
      table: lines.join('\n') || '（本区域没有分店）',
      leftOut: await this.leftOut(kept),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('approved', 'opinion');
    return { approved: answers.flag('approved') === true };
  }

  /** 第 1 名（并列），甲店（2026-03-10 开业），2 件，罚款 ¥2,000.00：TS-…、TS-… */
  private async line(store: RankedStore, { stores, cases, days }: KeptTally, year: number): Promise<string> {
    const { storeId, rank, counted } = store;
    const tied = stores.filter((other) => other.rank === rank).length > 1 ? '（并列）' : '';
    const { openedOn, closedOn } = daysWithin(days.get(storeId), year);
    const business = [openedOn && `${openedOn} 开业`, closedOn && `${closedOn} 停业`].filter(Boolean).join('，');
    const name = `${await this.stores.nameOf(storeId)}${business ? `（${business}）` : ''}`;
    const numbers = cases.filter((one) => one.storeId === storeId && !one.malicious).map(({ no }) => no);
    const fine = `罚款 ${yuanText(this.tallies.fineOf(store))}`;
    return `第 ${rank} 名${tied}，${name}，${counted} 件，${fine}${numbers.length > 0 ? `：${numbers.join('、')}` : ''}`;
  }

  private async leftOut({ cases }: KeptTally): Promise<string> {
    const malicious = cases.filter((one) => one.malicious);
    const lines: string[] = [];
    for (const { no, storeId } of malicious) lines.push(`${no}（${await this.stores.nameOf(storeId)}）`);
    return [
      `恶意投诉 ${malicious.length} 件不计${lines.length > 0 ? `：${lines.join('、')}` : ''}`,
      '权证投诉、未受理的投诉不计；分店间投诉按参数不计。',
    ].join('\n');
  }
}
