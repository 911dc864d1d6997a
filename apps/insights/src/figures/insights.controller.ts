import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type {
  HotTopics,
  HouseholdsInput,
  InsightsOverview,
  InsightsUnits,
  ProcessAnalysis,
  RecurringCauses as RecurringAnswer,
} from '@huiying/contracts';
import { Access, Caller, Clock, staff, type StaffSubject, type Subject } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { HotTopicsService } from '../topics/hot-topics.service.js';
import { RecurringCauses } from '../topics/recurring-causes.service.js';
import { Households } from './households.js';
import { InsightScope } from './insight-scope.js';
import { OverviewService } from './overview.service.js';
import { Parameters } from './parameters.js';
import { periodOf } from './period.js';
import { ProcessAnalysisService } from './process-analysis.service.js';

class FiguresQuery {
  /** Unit whose figures are asked for; the highest that the caller reads unless said. */
  @IsOptional() @IsString() @MaxLength(64) unit?: string;
  /** `2026`, `2026-Q1`, `2026-03`, `2026-03-01`; this month unless said. */
  @IsOptional() @IsString() @MaxLength(20) period?: string;
}

class HouseholdsBody implements HouseholdsInput {
  @ApiProperty({ maxLength: 64 }) @IsString() @Length(1, 64) unitId: string;
  @ApiProperty({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }) @Matches(/^\d{4}-\d{2}-\d{2}$/) validFrom: string;
  @ApiProperty({ minimum: 0, maximum: 10_000_000 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  households: number;
}

/** Figures of a unit and a period (console.md §10). Another unit than those below the caller's is not there: 404. */
@ApiTags('insights')
@Controller('insights')
export class InsightsController {
  constructor(
    private readonly scope: InsightScope,
    private readonly figures: OverviewService,
    private readonly analysis: ProcessAnalysisService,
    private readonly topics: HotTopicsService,
    private readonly causes: RecurringCauses,
    private readonly households: Households,
    private readonly parameters: Parameters,
    private readonly clock: Clock,
  ) {}

  @Get('units')
  @Access('insights.read')
  async units(@Caller() caller: Subject): Promise<InsightsUnits> {
    const places = await this.scope.placesOf(this.scope.rootsOf(staff(caller)));
    const below = await Promise.all(places.map((place) => this.scope.below(place)));
    const items = below.flat();
    return { items: items.filter(({ id }, n) => items.findIndex((other) => other.id === id) === n) };
  }

  @Get('overview')
  @Access('insights.read')
  async overview(@Query() query: FiguresQuery, @Caller() caller: Subject): Promise<InsightsOverview> {
    return this.figures.of(await this.scope.unitFor(staff(caller), query.unit), this.periodFor(query));
  }

  /** Process designers see all processes, everybody else those of their units (R06.1). */
  @Get('processes')
  @Access('insights.read')
  async processes(@Query() query: FiguresQuery, @Caller() caller: Subject): Promise<ProcessAnalysis> {
    const person = staff(caller);
    const unit = designs(person) && query.unit === undefined ? null : await this.scope.unitFor(person, query.unit);
    return this.analysis.of(unit, this.periodFor(query));
  }

  @Get('hot-topics')
  @Access('insights.read')
  async hotTopics(@Query() query: FiguresQuery, @Caller() caller: Subject): Promise<HotTopics> {
    const unit = await this.scope.unitFor(staff(caller), query.unit);
    return { items: await this.topics.of(unit, this.periodFor(query)) };
  }

  @Get('recurring')
  @Access('insights.read')
  async recurring(@Query() query: FiguresQuery, @Caller() caller: Subject): Promise<RecurringAnswer> {
    const unit = await this.scope.unitFor(staff(caller), query.unit);
    const period = this.periodFor(query);
    const { name, from, until } = period;
    const { recurringFrom } = this.parameters.now();
    return { period: name, from, until, recurringFrom, items: await this.causes.of(unit, period) };
  }

  /** Households that a unit serves from a day on: the valid-complaint rate is measured by them (R13.8). */
  @Put('households')
  @HttpCode(204)
  @Access('insights.households')
  async enterHouseholds(@Body() body: HouseholdsBody, @Caller() caller: Subject): Promise<void> {
    const person = staff(caller);
    const unitId = await this.scope.unitFor(person, body.unitId);
    const { from } = periodOf(body.validFrom);
    await this.households.enter(unitId, from, body.households, person.personId);
  }

  private periodFor({ period }: FiguresQuery) {
    return periodOf(period ?? dayOf(this.clock.now()).slice(0, 7));
  }
}

function designs({ holdings }: StaffSubject): boolean {
  return holdings.some(({ role }) => role === 'process-designer');
}
