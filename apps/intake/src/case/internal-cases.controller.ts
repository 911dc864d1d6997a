import { Controller, Get, Param } from '@nestjs/common';
import type { InternalAuthorities, InternalCase, InternalRegistration } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { AuthoritiesOfCase } from './authorities-of-case.js';
import { InternalCases } from './internal-cases.service.js';

/** For the other services, on the internal port alone. */
@Controller('internal/cases/:caseNo')
export class InternalCasesController {
  constructor(
    private readonly cases: InternalCases,
    private readonly authoritiesOfCase: AuthoritiesOfCase,
  ) {}

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

  @Get('authorities')
  @ServiceOnly()
  async authorities(@Param('caseNo') caseNo: string): Promise<InternalAuthorities> {
    return { unitIds: await this.authoritiesOfCase.of(caseNo) };
  }
}
