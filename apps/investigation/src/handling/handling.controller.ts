import { Controller, Get, Param } from '@nestjs/common';
import type { InternalHandling, InternalRound } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { Handlings } from '../records/handlings.js';
import { HandlingReader } from './handling-reader.js';

/** What notices and letters say of a handling. */
@Controller('internal/handlings')
export class HandlingController {
  constructor(
    private readonly reader: HandlingReader,
    private readonly handlings: Handlings,
    private readonly database: DataSource,
  ) {}

  /** For whoever keeps what belongs to a round. */
  @Get(':caseNo/round')
  @ServiceOnly()
  async round(@Param('caseNo') caseNo: string): Promise<InternalRound> {
    return { round: await this.handlings.roundOf(this.database.manager, caseNo) };
  }

  @Get(':caseNo')
  @ServiceOnly()
  read(@Param('caseNo') caseNo: string): Promise<InternalHandling> {
    return this.reader.read(caseNo);
  }
}
