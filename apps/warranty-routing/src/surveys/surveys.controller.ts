import { Controller, Get, Param } from '@nestjs/common';
import type { InternalSurveys } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { QualityScreens } from '../screens/quality-screens.js';

/** Surveys and repairs so far, for the departments that confer about a solution (R02.11). */
@Controller('internal/surveys')
export class SurveysController {
  constructor(private readonly screens: QualityScreens) {}

  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalSurveys> {
    return { text: await this.screens.before(caseNo) };
  }
}
