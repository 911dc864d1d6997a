import { Controller, Get, Param } from '@nestjs/common';
import type { InternalDispute } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { DisputeBook } from './dispute-book.js';
import { DisputeScreen } from './dispute-screen.js';

/** A dispute for the service that leads its mediation (R06.7, R11.12). */
@Controller('internal/disputes')
export class MediatedDisputesController {
  constructor(
    private readonly book: DisputeBook,
    private readonly screen: DisputeScreen,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem dispute-unknown (missing) */
  @Get(':disputeNo')
  @ServiceOnly()
  async read(@Param('disputeNo') disputeNo: string): Promise<InternalDispute> {
    return this.screen.mediated(await this.book.read(this.database.manager, disputeNo));
  }
}
