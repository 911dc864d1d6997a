import { Controller, Get, Param } from '@nestjs/common';
import type { InternalFinding } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { Findings } from './findings.js';

/** What a survey or a report found, for the service that follows it up (R02.2, R03.9). */
@Controller('internal/findings')
export class FindingsController {
  constructor(private readonly findings: Findings) {}

  @Get(':originNo')
  @ServiceOnly()
  read(@Param('originNo') originNo: string): Promise<InternalFinding> {
    return this.findings.of(originNo);
  }
}
