import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseRecords } from '../records/case-records.js';
import { Handlings } from '../records/handlings.js';
import { hearingsText } from '../screens/finding-text.js';
import { InvestigatedFiles } from './investigated-files.js';

const EVIDENCE = 'investigation--collect-evidence';
const HEARINGS = {
  complainant: 'investigation--hear-complainant',
  respondent: 'investigation--hear-respondent',
} as const;
const CONCLUSIONS = ['joint-consultation--conclude', 'joint-consultation--settle-difference'];

/** 取证与陈述 of a case or a file of the supervision office, with what a consultation came to (R04.6, R04.7, R04.10). */
@Injectable()
export class HearingScreens {
  constructor(
    private readonly said: CaseRecords,
    private readonly handlings: Handlings,
    private readonly files: InvestigatedFiles,
    private readonly database: DataSource,
  ) {}

  async text(caseNo: string): Promise<string> {
    const { anonymous } = await this.files.of(caseNo);
    const handling = await this.handlings.find(this.database.manager, caseNo);
    const evidence = await this.said.ofRound(caseNo, EVIDENCE);
    const complainant = await this.said.ofRound(caseNo, HEARINGS.complainant);
    const respondent = await this.said.ofRound(caseNo, HEARINGS.respondent);
    return hearingsText({
      evidence: evidence.map(({ answers }) => answers),
      hearings: [
        ...complainant.map(({ answers }) => ({ party: 'complainant' as const, said: answers })),
        ...respondent.map(({ answers }) => ({ party: 'respondent' as const, said: answers })),
      ],
      silent: handling?.silent ?? [],
      anonymous,
      conclusion: await this.said.said(caseNo, ...CONCLUSIONS),
    });
  }
}
