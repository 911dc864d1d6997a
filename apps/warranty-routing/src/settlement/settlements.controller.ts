import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { InternalQualitySettlement } from '@huiying/contracts';
import { defineProblems, Problem, ServiceOnly } from '@huiying/platform';
import { Settlements } from './settlements.js';

defineProblems({ 'settlement-unknown': { zh: '这件投诉还没有结论', en: 'This case is not settled yet' } });

/** For the services that tell, decide or count a quality case. */
@Controller('internal/quality-settlements')
export class SettlementsController {
  constructor(private readonly settlements: Settlements) {}

  @Get(':caseNo')
  @ServiceOnly()
  async read(
    @Param('caseNo') caseNo: string,
    @Query('round', new ParseIntPipe({ optional: true })) round?: number,
  ): Promise<InternalQualitySettlement> {
    const found = await this.settlements.find(caseNo, round);
    if (!found) throw new Problem('settlement-unknown', 'missing');
    return found;
  }
}
