import { Injectable } from '@nestjs/common';
import type { InternalQualitySettlement } from '@huiying/contracts';
import { Answers, type FormRecord, FormRecords, shownText } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { QualityScreens } from '../screens/quality-screens.js';

/** Forms with 〔结论〕 (R03.11). */
const SETTLING = [
  'quality-escalation--explain-to-owner',
  'quality-escalation--repair-minor',
  'quality-escalation--repair-ordinary',
  'quality-escalation--track-completion',
];

/** What settled a quality case at whichever level: for its notices, its decision and the count of its cause. */
@Injectable()
export class Settlements {
  constructor(
    private readonly records: FormRecords,
    private readonly screens: QualityScreens,
    private readonly database: DataSource,
  ) {}

  /** The newest one, of a round where one is named; undefined while nothing settled it. */
  async find(caseNo: string, round?: number): Promise<InternalQualitySettlement | undefined> {
    const records = await this.records.all(this.database.manager, { subjectNo: caseNo, round }, ...SETTLING);
    const settled = records.findLast(({ answers }) => shownText(answers['findings']) !== '');
    return settled && this.view(caseNo, settled);
  }

  private async view(caseNo: string, { answers, completedAt }: FormRecord): Promise<InternalQualitySettlement> {
    const said = new Answers(answers);
    return {
      caseNo,
      settledAt: completedAt.toISOString(),
      bothStatements: said.text('bothStatements'),
      findings: said.text('findings'),
      basis: said.text('basis'),
      process: await this.screens.report(caseNo),
      result: said.text('explanation') || said.text('repairWork') || said.text('progress') || null,
      causeCode: said.text('causeCode'),
      causeText: said.text('causeText'),
      payFen: said.fen('payFen'),
      agreed: said.flag('agreed'),
    };
  }
}
