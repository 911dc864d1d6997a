import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { InternalStoreSettlement } from '@huiying/contracts';
import { Answers, type FormRecord, FormRecords } from '@huiying/forms';
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
  async read(
    @Param('caseNo') caseNo: string,
    @Query('round', new ParseIntPipe({ optional: true })) round?: number,
  ): Promise<InternalStoreSettlement> {
    const about = { subjectNo: caseNo, round };
    const settled = (await this.records.all(this.database.manager, about, STORE_SETTLES, REGION_SETTLES)).findLast(
      settles,
    );
    if (!settled) throw new Problem('nothing-settled', 'missing');
    const said = new Answers(settled.answers);
    return {
      caseNo,
      bothStatements: said.text('bothStatements'),
      findings: said.text('findings'),
      basis: said.text('basis'),
      process: said.text('process') || said.text('opinion') || null,
      result: said.text('result') || null,
      causeCode: said.text('causeCode'),
      causeText: said.text('causeText'),
      payFen: said.fen('payFen'),
      agreed: said.flag('agreed'),
    };
  }
}

/** With the customer dissatisfied the store settles nothing: the case climbs, and the region does (R11.10). */
function settles({ formId, answers }: FormRecord): boolean {
  return formId === REGION_SETTLES || new Answers(answers).flag('satisfied') === true;
}
