import { CASE_STATE_NAMES } from '@huiying/contracts';
import { type Answers, codeName, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import { AgencyHandling } from '../faults/agency-handling.js';
import { StoreFinder } from '../stores/store-finder.js';
import type { CountedComplaint } from './complaint-count.js';
import { rankingOf, settledIn } from './ranking-subject.js';
import { Tallies } from './tallies.js';

defineProblems({
  'case-not-open': { zh: '不在未决投诉之列', en: 'It is none of the open complaints' },
});

/** Lines of one form; what is left comes in another round. */
const MOST = 200;

/** 认定未决投诉 before the ranking: malicious or not, each of them (R11.9, R11.3, gap 10). The count that follows takes it over. */
@FormOwner('annual-ranking--settle-open')
export class SettleOpenForm extends RecordedForm {
  constructor(
    private readonly tallies: Tallies,
    private readonly stores: StoreFinder,
    private readonly facts: CaseFacts,
    private readonly handling: AgencyHandling,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const { regionId, year } = rankingOf(subjectNo);
    const cases = [];
    for (const { caseNo, storeId, receivedOn } of await this.open(subjectNo)) {
      const [{ state }, { subject, description }] = await Promise.all([
        this.facts.now(caseNo),
        this.facts.registration(caseNo),
      ]);
      const store = await this.stores.nameOf(storeId);
      const handling = await this.handling.of(manager, caseNo);
      const matter = [subject, description].filter(Boolean).join('\n');
      cases.push({ caseNo, store, receivedOn, state: codeName(CASE_STATE_NAMES, state), matter, handling });
    }
    return {
      ranking: `${await this.stores.nameOf(regionId)}，${year} 年度`,
      openCases: cases.map(({ caseNo, store }) => ({ value: caseNo, label: `${caseNo} ${store}` })),
      cases,
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('reason');
    const lines = answers.lines('cases');
    const settled = new Set(settledIn({ cases: lines }).map(({ caseNo }) => caseNo));
    const open = await this.open(subjectNo);
    lines.forEach((line, place) => {
      if (!open.some(({ caseNo }) => caseNo === line['caseNo']))
        answers.refuse(`cases.${place}.caseNo`, 'case-not-open');
    });
    for (const { caseNo } of open) {
      if (settled.has(caseNo)) continue;
      const place = lines.findIndex((line) => line['caseNo'] === caseNo);
      answers.refuse(place === -1 ? 'cases' : `cases.${place}.malicious`, 'required');
    }
    return {};
  }

  private async open(subjectNo: string): Promise<CountedComplaint[]> {
    const { regionId, year } = rankingOf(subjectNo);
    const { open } = await this.tallies.of(this.database.manager, regionId, year);
    return open.slice(0, MOST);
  }
}
