import { Controller, Get, Param } from '@nestjs/common';
import type { InternalCorrectiveAction } from '@huiying/contracts';
import { FormRecords, shownText } from '@huiying/forms';
import { ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { CorrectiveBook } from './corrective-book.js';

const ANALYSE = 'corrective-action--analyse-cause';
const PLAN = 'corrective-action--plan-action';
const VERIFY = 'corrective-action--verify-effect';

/** A corrective action for the service that revises the rule it found wanting (R03.10). */
@Controller('internal/corrective-actions')
export class CorrectiveActionsController {
  constructor(
    private readonly actions: CorrectiveBook,
    private readonly records: FormRecords,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem `corrective-action-unknown` (missing) */
  @Get(':actionNo')
  @ServiceOnly()
  async read(@Param('actionNo') actionNo: string): Promise<InternalCorrectiveAction> {
    const { manager } = this.database;
    const { origin, originNo } = await this.actions.get(manager, actionNo);
    const said = async (formId: string, key: string) =>
      shownText((await this.records.latest(manager, actionNo, formId))?.answers[key]);
    return {
      actionNo,
      origin,
      originNo,
      problem: await said(ANALYSE, 'problem'),
      rootCause: await said(ANALYSE, 'rootCause'),
      rule: await said(PLAN, 'rule'),
      evidence: await said(VERIFY, 'evidence'),
    };
  }
}
