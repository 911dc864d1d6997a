import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { SealedCase, SealedCaseAnswers } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { IsString, Length } from 'class-validator';
import { SealedCases } from './sealed-cases.js';

class SealedCaseBody implements SealedCase {
  @IsString() @Length(1, 64) caseNo: string;
}

/** For intake and employee-reports; the number stands in the body, so that no line of a log says which case was sealed. */
@Controller('internal/sealed-cases')
export class SealedCasesController {
  constructor(private readonly cases: SealedCases) {}

  @Post('answers')
  @HttpCode(200)
  @ServiceOnly()
  answers(@Body() { caseNo }: SealedCaseBody): Promise<SealedCaseAnswers> {
    return this.cases.answers(caseNo);
  }

  @Post('erasures')
  @HttpCode(204)
  @ServiceOnly()
  erase(@Body() { caseNo }: SealedCaseBody): Promise<void> {
    return this.cases.erase(caseNo);
  }
}
