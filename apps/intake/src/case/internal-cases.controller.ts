import { Controller, Get, Param } from '@nestjs/common';
import type { InternalCase, InternalRegistration } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { InternalCases } from './internal-cases.service.js';

/** For the other services, on the internal port alone. */
@Controller('internal/cases/:caseNo')
export class InternalCasesController {
  constructor(private readonly cases: InternalCases) {}

  @Get()
  @ServiceOnly()
  read(@Param('caseNo') caseNo: string): Promise<InternalCase> {
    return this.cases.read(caseNo);
  }

  @Get('registration')
  @ServiceOnly()
  registration(@Param('caseNo') caseNo: string): Promise<InternalRegistration> {
    return this.cases.registration(caseNo);
  }
}
