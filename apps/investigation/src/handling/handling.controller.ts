import { Controller, Get, Param } from '@nestjs/common';
import type { InternalHandling } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { HandlingReader } from './handling-reader.js';

/** What notices and letters say of a handling. */
@Controller('internal/handlings')
export class HandlingController {
  constructor(private readonly reader: HandlingReader) {}

  @Get(':caseNo')
  @ServiceOnly()
  read(@Param('caseNo') caseNo: string): Promise<InternalHandling> {
    return this.reader.read(caseNo);
  }
}
