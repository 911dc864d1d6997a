import { Controller, Get, Param } from '@nestjs/common';
import type { InternalContinuation } from '@huiying/contracts';
import { found, ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import '../records/warranty-routing.problems.js';
import { DefectBook } from './defect-book.js';

/** The number under which a complaint goes on that was diverted as a defect (R10.4), for its case page. */
@Controller('internal/diverted-defects')
export class DivertedDefectsController {
  constructor(
    private readonly defects: DefectBook,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem defect-unknown (missing) */
  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalContinuation> {
    const { defectNo } = found(await this.defects.ofCase(this.database.manager, caseNo), 'defect-unknown');
    return { number: defectNo };
  }
}
