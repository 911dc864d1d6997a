import { Controller, Get, Param } from '@nestjs/common';
import type { InternalStoreSettlement } from '@huiying/contracts';
import { FormRecords } from '@huiying/forms';
import { Problem, ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { REGION_SETTLES, STORE_SETTLES } from './agency-handling.js';
import './faults.problems.js';

/** What a store or the region settled without a decision, for notices, deciders and the case's cause (R04.8, R03.11). */
@Controller('internal/agency-settlements')
export class SettlementsController {
  constructor(
    private readonly records: FormRecords,
    private readonly database: DataSource,
  ) {}

  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalStoreSettlement> {
    const said = await this.records.latest(this.database.manager, caseNo, STORE_SETTLES, REGION_SETTLES);
    if (!said) throw new Problem('nothing-settled', 'missing');
    const text = (key: string) => (typeof said.answers[key] === 'string' ? said.answers[key].trim() : '');
    const { payFen, agreed } = said.answers;
    return {
      caseNo,
      bothStatements: text('bothStatements'),
      findings: text('findings'),
      basis: text('basis'),
      process: text('process') || text('opinion') || null,
      result: text('result') || null,
      causeCode: text('causeCode'),
      causeText: text('causeText'),
      payFen: typeof payFen === 'number' ? payFen : null,
      agreed: agreed === true || agreed === 'true' ? true : agreed === false || agreed === 'false' ? false : null,
    };
  }
}
