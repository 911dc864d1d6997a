import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CalendarYear, OfficeHoursView } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsString, Matches, ValidateNested } from 'class-validator';
import { CalendarAdmin } from './calendar-admin.service.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SPAN = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

export class CalendarYearBody {
  @IsBoolean()
  announced: boolean;

  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DAY, { each: true })
  daysOff: string[];

  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DAY, { each: true })
  workingDays: string[];
}

export class SeasonBody {
  @IsString()
  @Matches(MONTH_DAY)
  from: string;

  @IsArray()
  @ArrayMaxSize(6)
  @Matches(SPAN, { each: true })
  spans: string[];
}

export class OfficeHoursBody {
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => SeasonBody)
  seasons: SeasonBody[];
}

/** Public holidays, make-up working weekends and office hours; every change recomputes what it concerns (R09.9). */
@ApiTags('admin')
@Controller('admin/calendar')
export class CalendarController {
  constructor(private readonly admin: CalendarAdmin) {}

  @Get('office-hours/:scope')
  @Access('admin.read')
  officeHours(@Param('scope') scope: string): Promise<OfficeHoursView> {
    return this.admin.officeHours(scope);
  }

  /** Hours of a type of organisation or of one organisation; no season: none. */
  @Put('office-hours/:scope')
  @Access('admin.write')
  saveOfficeHours(
    @Param('scope') scope: string,
    @Body() body: OfficeHoursBody,
    @Caller() caller: Subject,
  ): Promise<OfficeHoursView> {
    return this.admin.saveOfficeHours(scope, body.seasons, staff(caller).personId);
  }

  @Get(':year')
  @Access('admin.read')
  year(@Param('year', ParseIntPipe) year: number): Promise<CalendarYear> {
    return this.admin.year(year);
  }

  /** Days of a year that differ from Monday–Friday; running limits are computed anew. */
  @Put(':year')
  @Access('admin.write')
  saveYear(
    @Param('year', ParseIntPipe) year: number,
    @Body() body: CalendarYearBody,
    @Caller() caller: Subject,
  ): Promise<CalendarYear> {
    return this.admin.saveYear(year, body, staff(caller).personId);
  }
}
