import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import {
  CASE_STATES,
  KINDS,
  SEVERITIES,
  type CaseList,
  type CaseNotices,
  type CaseTimeline,
  type CaseView,
  type ReasonInput,
  type UnmaskedContact,
} from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { CaseListService } from './case-list.service.js';
import { CasePageService } from './case-page.service.js';
import { TimelineService } from './timeline.service.js';

class CaseQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsIn(CASE_STATES) state?: string;
  @IsOptional() @IsIn(KINDS) kind?: string;
  @IsOptional() @IsIn(SEVERITIES) severity?: string;
  @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
  @IsOptional() @IsString() @MaxLength(64) masterNo?: string;
  /** Numbers with commas between them. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(50)
  @MaxLength(64, { each: true })
  caseNos?: string[];
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class ReasonBody implements ReasonInput {
  @ApiProperty({ minLength: 1, maxLength: 500 }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly lists: CaseListService,
    private readonly page: CasePageService,
    private readonly timelines: TimelineService,
  ) {}

  @Get()
  @AccessList('case.list')
  list(@Query() query: CaseQuery, @Caller() caller: Subject): Promise<CaseList> {
    return this.lists.list(query, caller);
  }

  @Get(':caseNo')
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  read(@Param('caseNo') caseNo: string, @Caller() caller: Subject): Promise<CaseView> {
    return this.page.read(caseNo, staff(caller));
  }

  @Get(':caseNo/timeline')
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  timeline(@Param('caseNo') caseNo: string): Promise<CaseTimeline> {
    return this.timelines.read(caseNo);
  }

  @Get(':caseNo/notices')
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  notices(@Param('caseNo') caseNo: string): Promise<CaseNotices> {
    return this.page.letters(caseNo);
  }

  /** The contact in full for ten minutes, with a reason, on record. */
  @Post(':caseNo/unmask')
  @HttpCode(200)
  @Access('case.unmask', { on: 'case', id: 'param:caseNo' })
  unmask(
    @Param('caseNo') caseNo: string,
    @Body() body: ReasonBody,
    @Caller() caller: Subject,
  ): Promise<UnmaskedContact> {
    return this.page.unmask(caseNo, body.reason, staff(caller));
  }
}
