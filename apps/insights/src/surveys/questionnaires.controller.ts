import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { QuestionnaireInput } from '@huiying/contracts';
import { Problem, Public } from '@huiying/platform';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { DataSource } from 'typeorm';
import { SurveyBook } from './survey-book.js';

class QuestionnaireBody implements QuestionnaireInput {
  @ApiProperty({ minLength: 22, maxLength: 64 }) @IsString() @Length(22, 64) code: string;
  @ApiProperty({ minimum: 1, maximum: 5 }) @IsInt() @Min(1) @Max(5) score: number;
  @ApiProperty({ required: false, maxLength: 500 }) @IsOptional() @IsString() @MaxLength(500) opinion?: string;
  @ApiProperty({ required: false, maxLength: 500 }) @IsOptional() @IsString() @MaxLength(500) expectation?: string;
}

/** The answer of whoever holds a questionnaire's one-time code (R12.7). A wrong, used or late code all look alike. */
@ApiTags('portal')
@Controller('portal/questionnaires')
export class QuestionnairesController {
  constructor(
    private readonly book: SurveyBook,
    private readonly database: DataSource,
  ) {}

  @Post()
  @HttpCode(204)
  @Public('questionnaire.answer', { limit: 'file' })
  async answer(@Body() { code, score, opinion = '', expectation = '' }: QuestionnaireBody): Promise<void> {
    await this.database.transaction(async (manager) => {
      const respondent = await this.book.ofCode(manager, code);
      if (!respondent) throw new Problem('not-found', 'missing');
      await this.book.answer(manager, respondent, { score, opinion: opinion.trim(), expectation: expectation.trim() });
    });
  }
}
