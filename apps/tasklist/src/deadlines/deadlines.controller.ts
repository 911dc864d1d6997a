import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseDeadline } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { DeadlineViews } from './deadline-views.js';

@ApiTags('cases')
@Controller('cases/:caseNo/deadlines')
export class DeadlinesController {
  constructor(private readonly views: DeadlineViews) {}

  /** Every limit of a case with its steps, oldest first. */
  @Get()
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  list(@Param('caseNo') caseNo: string): Promise<CaseDeadline[]> {
    return this.views.ofCase(caseNo);
  }
}
