import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type {
  ParameterChangeList,
  ParameterChangeView,
  ParameterHistory,
  ParameterPage,
  ParameterReleaseList,
  ParameterValue,
} from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { IsDefined, IsOptional, IsString, Length, Matches } from 'class-validator';
import { MetReleases } from './met-releases.js';
import { Parameters } from './parameters.service.js';
import { ParameterViews } from './parameter-views.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

class ParametersQuery {
  @IsOptional()
  @IsString()
  @Length(0, 100)
  q?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  cursor?: string;
}

class HistoryQuery {
  @IsString()
  @Length(1, 200)
  id: string;

  @IsOptional()
  @Matches(DAY)
  on?: string;
}

class ParameterChangeBody {
  @ApiProperty({ example: 'deadlines/deadlines-row-21/amount' })
  @IsString()
  @Length(1, 200)
  id: string;

  @ApiProperty({ description: 'Of the type that the figure has', example: 2 })
  @IsDefined()
  value: ParameterValue;

  @IsString()
  @Length(1, 500)
  reason: string;

  @ApiProperty({ description: 'Day from which it applies; default today', required: false })
  @IsOptional()
  @Matches(DAY)
  from?: string;
}

/** Every figure of the decisions, its history, and its change by two persons. */
@ApiTags('studio')
@Controller('studio')
export class ParametersController {
  constructor(
    private readonly parameters: Parameters,
    private readonly views: ParameterViews,
    private readonly met: MetReleases,
  ) {}

  @Get('parameters')
  @Access('studio.read')
  list(@Query() { q = '', cursor }: ParametersQuery): Promise<ParameterPage> {
    return this.views.page(q, cursor);
  }

  /** Each value that a figure had, and which applied on a day. */
  @Get('parameters/history')
  @Access('studio.read')
  history(@Query() { id, on }: HistoryQuery): Promise<ParameterHistory> {
    return this.views.history(id, on);
  }

  /** Proposes a change; it applies when another person has approved it, from its day on. */
  @Post('parameters')
  @HttpCode(202)
  @Access('studio.edit')
  async propose(@Body() body: ParameterChangeBody, @Caller() caller: Subject): Promise<ParameterChangeView> {
    return this.views.change(await this.parameters.propose(body, staff(caller).personId));
  }

  @Get('parameter-changes')
  @Access('studio.read')
  changes(): Promise<ParameterChangeList> {
    return this.views.latest();
  }

  @Post('parameter-changes/:changeId/approval')
  @HttpCode(200)
  @Access('studio.release')
  async approve(@Param('changeId') changeId: string, @Caller() caller: Subject): Promise<ParameterChangeView> {
    await this.parameters.approve(changeId, staff(caller).personId);
    return this.views.change(changeId);
  }

  @Post('parameter-changes/:changeId/rejection')
  @HttpCode(200)
  @Access('studio.release')
  async reject(@Param('changeId') changeId: string, @Caller() caller: Subject): Promise<ParameterChangeView> {
    await this.parameters.reject(changeId, staff(caller).personId);
    return this.views.change(changeId);
  }

  /** Files of releases that met what was changed here, and what somebody should look at. */
  @Get('parameter-releases')
  @Access('studio.read')
  releases(): Promise<ParameterReleaseList> {
    return this.views.releases();
  }

  /** Somebody looked at it: what was changed here stays. */
  @Post('parameter-releases/:releaseId/seen')
  @HttpCode(200)
  @Access('studio.edit')
  async see(@Param('releaseId') releaseId: string, @Caller() caller: Subject): Promise<ParameterReleaseList> {
    await this.met.see(releaseId, staff(caller).personId);
    return this.views.releases();
  }
}
