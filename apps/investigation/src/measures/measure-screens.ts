import { factLines, NO_RECORD, shownText } from '@huiying/forms';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CorrectiveOrigins } from '../corrective-action/corrective-origins.js';
import { CorrectiveScreens } from '../corrective-action/corrective-screens.js';
import { MediationScreens } from '../mediation/mediation-screens.js';
import { isDispute } from '../mediation/mediated-subject.js';
import { CaseRecords } from '../records/case-records.js';
import { caseText } from '../screens/case-text.js';
import { completionText, measureText } from '../screens/outcome-text.js';
import { isSupervision } from '../supervision/supervision.js';
import type { Measure } from './measure.js';
import { MeasureBook } from './measure-book.js';

const CARRY_OUT = 'measure-follow-up--carry-out';
const VERIFY = 'measure-follow-up--verify-measure';
const DECIDE = 'decide-and-answer--decide';

/** What whoever carries a measure out, or verifies it, has to know: what it is for, what is to be done, what was done (R01.5, R13.5). */
@Injectable()
export class MeasureScreens {
  constructor(
    private readonly measures: MeasureBook,
    private readonly said: CaseRecords,
    private readonly actions: CorrectiveScreens,
    private readonly findings: CorrectiveOrigins,
    private readonly mediations: MediationScreens,
    private readonly database: DataSource,
  ) {}

  async carryOut(measureNo: string): Promise<Record<string, string>> {
    const measure = await this.measures.find(this.database.manager, measureNo);
    return {
      about: measure ? await this.about(measure) : NO_RECORD,
      measure: measureText(measure, await this.said.latest(measureNo, VERIFY)),
    };
  }

  async verify(measureNo: string): Promise<Record<string, string>> {
    return {
      ...(await this.carryOut(measureNo)),
      completion: completionText(await this.said.latest(measureNo, CARRY_OUT)),
    };
  }

  private async about({ caseNo, subjectNo, taskId }: Measure): Promise<string> {
    if (caseNo !== null) return this.ofCase(caseNo, taskId);
    // The file is sealed: whoever puts something right reads what is asked of them, not what was found.
    if (isSupervision(subjectNo)) return factLines(['督办稽查', subjectNo]);
    if (isDispute(subjectNo)) return this.mediations.dispute(subjectNo);
    if (subjectNo.startsWith('JZ-'))
      return `${factLines(['纠正和预防措施', subjectNo])}\n${await this.actions.analysis(subjectNo)}`;
    return this.findings.finding(subjectNo);
  }

  /** With the decision that the measure came from: an agreement or another form has none, and a later round may have decided otherwise. */
  private async ofCase(caseNo: string, taskId: string | null): Promise<string> {
    const source = taskId === null ? undefined : await this.said.ofTask(taskId);
    const decision = source?.formId === DECIDE ? source.answers : undefined;
    const about = caseText(await this.said.case(caseNo));
    const ordered = factLines(
      ['认定', shownText(decision?.['findings'])],
      ['处理意见', shownText(decision?.['ruling'])],
    );
    return ordered === '' ? about : `${about}\n${ordered}`;
  }
}
