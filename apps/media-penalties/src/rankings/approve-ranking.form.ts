import { type Answers, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { rankingOf } from './ranking-subject.js';
import { Tallies } from './tallies.js';

/** 审批排名 by the head of the region: the table as it was counted, with the fines that follow (R11.9). */
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
    const ranked = await this.tallies.kept(manager, regionId, year);
    const { malicious } = await this.tallies.of(manager, regionId, year);
    const lines: string[] = [];
    for (const store of ranked) {
      const name = await this.stores.nameOf(store.storeId);
      lines.push(`第 ${store.rank} 名，${name}，${store.counted} 件，罚款 ${this.tallies.fineOf(store)} 元`);
    }
    return {
      ranking: `${await this.stores.nameOf(regionId)}，${year} 年度`,
      table: lines.join('\n') || '（本区域没有分店）',
      leftOut: `恶意投诉 ${malicious} 件不计；权证投诉、未受理的投诉不计；分店间投诉按参数不计。`,
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('approved', 'opinion');
    return { approved: answers.flag('approved') === true };
  }
}
