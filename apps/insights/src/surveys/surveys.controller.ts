import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { SurveyInput, SurveyStarted } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { SurveyStarter } from './survey-starter.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

class SurveyBody implements SurveyInput {
  @ApiProperty({ required: false, maxLength: 64 }) @IsOptional() @IsString() @Length(1, 64) unitId?: string;
  @ApiProperty({ required: false, pattern: DAY.source }) @IsOptional() @Matches(DAY) from?: string;
  @ApiProperty({ required: false, pattern: DAY.source }) @IsOptional() @Matches(DAY) until?: string;
}

/** Besides the schedule a survey is started by hand (R12.7). */
@ApiTags('insights')
@Controller('insights/surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveyStarter) {}

  @Post()
  @HttpCode(201)
  @Access('insights.survey')
  start(@Body() body: SurveyBody, @Caller() caller: Subject): Promise<SurveyStarted> {
    return this.surveys.start(staff(caller), body);
  }
}
