import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  RESPONDENT_TYPES,
  TOPICS,
  type CallerMatches,
  type CallerQuery,
  type ClassificationAnswer,
  type ClassificationQuery,
  type FiledComplaint,
  type RegistrationForm,
  type SimilarCases,
} from '@huiying/contracts';
import { Access, Caller, Directory, staff, VolumeLimits, type Subject } from '@huiying/platform';
import { EarlierCases } from './earlier-cases.js';
import { RegisterComplaintBody } from './filing.bodies.js';
import { RegistrationForms } from './registration-forms.js';
import { RegistrationService } from './registration.service.js';
import { Suggestions } from './suggestions.js';

class CallerBody implements CallerQuery {
  @ApiProperty({ maxLength: 30, required: false }) @IsOptional() @IsString() @MaxLength(30) phone?: string;
  @ApiProperty({ maxLength: 200, required: false }) @IsOptional() @IsString() @MaxLength(200) email?: string;
}

class FormQuery {
  @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
}

class SimilarQuery {
  @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
  @IsOptional() @IsString() @MaxLength(100) project?: string;
  @IsOptional() @IsString() @MaxLength(100) building?: string;
  @IsOptional() @IsIn(TOPICS) topic?: string;
  @IsOptional() @IsString() @MaxLength(64) caseNo?: string;
}

class ClassificationBody implements ClassificationQuery {
  @ApiProperty({ maxLength: 10_500 }) @IsString() @MaxLength(10_500) text: string;
  @ApiProperty({ maxLength: 64, required: false }) @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
  @ApiProperty({ enum: TOPICS, required: false }) @IsOptional() @IsIn(TOPICS) topic?: string;
  @ApiProperty({ enum: RESPONDENT_TYPES, required: false })
  @IsOptional()
  @IsIn(RESPONDENT_TYPES)
  respondentType?: string;
}

/** The intake desk: registration on every channel, and what helps while the person is on the phone (console.md D1). */
@ApiTags('intake')
@Controller()
export class DeskController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly earlier: EarlierCases,
    private readonly suggestions: Suggestions,
    private readonly forms: RegistrationForms,
    private readonly directory: Directory,
    private readonly limits: VolumeLimits,
  ) {}

  @Post('intake/complaints')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Access('intake.register')
  register(
    @Body() body: RegisterComplaintBody,
    @Caller() subject: Subject,
    @Headers('idempotency-key') key?: string,
  ): Promise<FiledComplaint> {
    const caller = staff(subject);
    const repeat = key
      ? { principal: caller.personId, route: 'intake.register', key: key.slice(0, 200), body }
      : undefined;
    return this.registration.register({ filing: { ...body, via: 'desk' }, caller }, repeat);
  }

  /** Exact and masked; a phone number never stands in a URL. */
  @Post('intake/callers')
  @HttpCode(200)
  @Access('intake.lookup')
  callers(@Body() body: CallerBody, @Caller() subject: Subject): Promise<CallerMatches> {
    const caller = staff(subject);
    this.limits.count('lookup', caller.personId);
    return this.earlier.ofCaller(body, caller);
  }

  @Get('intake/similar')
  @Access('intake.similar')
  similar(@Query() query: SimilarQuery, @Caller() subject: Subject): Promise<SimilarCases> {
    return this.earlier.similar(query, staff(subject));
  }

  /** The organisation's own fields, and whether the caller has the form at all (R13.10). */
  @Get('intake/registration-form')
  @Access('intake.register')
  form(@Query() { organisationId }: FormQuery, @Caller() subject: Subject): Promise<RegistrationForm> {
    return this.forms.shown(organisationId, staff(subject));
  }

  @Post('decisions/classification/evaluate')
  @HttpCode(200)
  @Access('intake.classify')
  async classify(@Body() body: ClassificationBody, @Caller() subject: Subject): Promise<ClassificationAnswer> {
    const organisation = await this.directory.organisation(body.organisationId ?? staff(subject).orgId);
    const { topic, kind, words } = this.suggestions.suggest(body.text, organisation?.orgType ?? 'group', body);
    return { topic: topic ?? 'none', kind, words };
  }
}
