import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { QuestionnaireSent } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { IsString, Length, Matches } from 'class-validator';
import { Questionnaires } from './questionnaires.service.js';

class QuestionnaireBody {
  @IsString() @Length(1, 80) respondentNo: string;
  @Matches(/^[A-Za-z0-9._-]{22,64}$/) code: string;
}

/** Insights asks; the address stays here (R12.7). */
@Controller('internal/cases/:caseNo/questionnaires')
export class QuestionnairesController {
  constructor(private readonly questionnaires: Questionnaires) {}

  @Post()
  @HttpCode(200)
  @ServiceOnly()
  send(@Param('caseNo') caseNo: string, @Body() { code }: QuestionnaireBody): Promise<QuestionnaireSent> {
    return this.questionnaires.send(caseNo, code);
  }
}
