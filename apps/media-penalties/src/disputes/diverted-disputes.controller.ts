import { Controller, Get, Param } from '@nestjs/common';
import type { InternalContinuation } from '@huiying/contracts';
import { found, ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { DisputeBook } from './dispute-book.js';

/** The number under which a complaint goes on that was diverted as a dispute of stores (R11.12), for its case page. */
@Controller('internal/diverted-disputes')
export class DivertedDisputesController {
  constructor(
    private readonly book: DisputeBook,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem dispute-unknown (missing) */
  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalContinuation> {
    const { disputeNo } = found(await this.book.ofCase(this.database.manager, caseNo), 'dispute-unknown');
    return { number: disputeNo };
  }
}
