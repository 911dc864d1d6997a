import { Injectable } from '@nestjs/common';
import type { InternalQualitySettlement } from '@huiying/contracts';
import { type FormRecord, FormRecords } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { QualityScreens } from '../screens/quality-screens.js';
import { text } from '../screens/screen-text.js';

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

  /** Undefined while nothing settled it. */
  async find(caseNo: string): Promise<InternalQualitySettlement | undefined> {
    const records = await this.records.all(this.database.manager, { subjectNo: caseNo }, ...SETTLING);
    const settled = records.findLast(({ answers }) => text(answers['findings']) !== '');
    return settled && this.view(caseNo, settled);
  }

  private async view(caseNo: string, { answers, completedAt }: FormRecord): Promise<InternalQualitySettlement> {
    const explanation = [answers['explanation'], answers['repairWork'], answers['progress']].map(text).find(Boolean);
    return {
      caseNo,
      settledAt: completedAt.toISOString(),
      findings: text(answers['findings']),
      basis: text(answers['basis']),
      bothStatements: text(answers['bothStatements']),
      explanation: explanation ?? '',
      causeCode: text(answers['causeCode']),
      causeText: text(answers['causeText']),
      course: await this.screens.report(caseNo),
    };
  }
}
