import { CASE_STATE_NAMES, type CaseState } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { rankingOf, settledIn } from './ranking-form.js';
import { Tallies } from './tallies.js';

/** 认定未决投诉 before the ranking: malicious or not, each of them (R11.9, R11.3, gap 10). The count that follows takes it over. */
@FormOwner('annual-ranking--settle-open')
export class SettleOpenForm extends RecordedForm {
  constructor(
    private readonly tallies: Tallies,
    private readonly stores: StoreFinder,
    private readonly facts: CaseFacts,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { regionId, year } = rankingOf(subjectNo);
    const { open } = await this.tallies.of(this.database.manager, regionId, year);
    const cases = [];
    for (const { caseNo, storeId, receivedOn } of open) {
      const { state } = await this.facts.now(caseNo);
      const store = await this.stores.nameOf(storeId);
      cases.push({ caseNo, store, receivedOn, state: CASE_STATE_NAMES[state as CaseState]?.zh ?? state });
    }
    return { ranking: `${await this.stores.nameOf(regionId)}，${year} 年度`, cases };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { regionId, year } = rankingOf(subjectNo);
    answers.require('reason');
    const settled = new Set(settledIn({ cases: answers.lines('cases') }).map(({ caseNo }) => caseNo));
    const { open } = await this.tallies.of(this.database.manager, regionId, year);
    const lines = answers.lines('cases');
    for (const { caseNo } of open) {
      if (settled.has(caseNo)) continue;
      const place = lines.findIndex((line) => line['caseNo'] === caseNo);
      answers.refuse(place === -1 ? 'cases' : `cases.${place}.malicious`, 'required');
    }
    return {};
  }
}
