import { Injectable } from '@nestjs/common';
import { CaseFacts, caseNoOf } from '@huiying/service';
import { DataSource } from 'typeorm';
import { isSupervision } from '../supervision/supervision.js';
import { SupervisionBook } from '../supervision/supervision-book.js';

/** What an investigation is about: a case, or a sealed file of the supervision office. */
export interface InvestigatedFile {
  /** Number under which its handling and its records stand. */
  caseNo: string;
  orgId: string;
  respondentGroup: string[];
  handlerGroup: string | null;
  complexFlag: boolean;
  anonymous: boolean;
  severity: string | null;
  amountYuan: number | null;
  /** Nobody outside hears of it: no event, no consultation with the departments concerned. */
  sealed: boolean;
}

@Injectable()
export class InvestigatedFiles {
  constructor(
    private readonly facts: CaseFacts,
    private readonly supervisions: SupervisionBook,
    private readonly database: DataSource,
  ) {}

  async of(subjectNo: string): Promise<InvestigatedFile> {
    return isSupervision(subjectNo)
      ? this.ofSupervision(subjectNo)
      : { ...(await this.facts.now(caseNoOf(subjectNo))), sealed: false };
  }

  private async ofSupervision(subjectNo: string): Promise<InvestigatedFile> {
    const { orgId, respondentGroup, caseNo } = await this.supervisions.get(this.database.manager, subjectNo);
    const linked = caseNo === null ? undefined : await this.facts.now(caseNo);
    return {
      caseNo: subjectNo,
      orgId,
      respondentGroup: respondentGroup === null ? [] : [respondentGroup],
      handlerGroup: 'supervision-office',
      complexFlag: false,
      anonymous: linked?.anonymous ?? true,
      severity: null,
      amountYuan: null,
      sealed: true,
    };
  }
}
